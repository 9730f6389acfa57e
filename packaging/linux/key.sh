#!/usr/bin/env bash
# For the workflow: takes the key that the packages are signed with from a secret, and says so where there is none.
set -euo pipefail

if [[ -z ${KEY:-} ]]; then
    echo "Nothing will be signed: the secret CONSOLE_LINUX_GPG_PRIVATE_KEY does not exist"
    echo "CONSOLE_LINUX_GPG_KEY=" >>"$GITHUB_ENV"
    exit 0
fi
gpg --batch --import <<<"$KEY"
