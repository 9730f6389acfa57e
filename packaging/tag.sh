#!/usr/bin/env bash
# Stops where a tag is not called what the pom's version is: tag.sh REF. Says nothing of refs that are no tags.
set -euo pipefail
cd "$(dirname "$0")/.."

version=$(python3 -c 'import sys, xml.etree.ElementTree as tree
print(tree.parse("pom.xml").getroot().findtext("{http://maven.apache.org/POM/4.0.0}version"))')
case $1 in
    "refs/tags/v$version") echo "tag.sh: $1 is the version of the pom" ;;
    refs/tags/*) echo "tag.sh: $1 is not the version of the pom, which is $version" >&2; exit 1 ;;
    *) echo "tag.sh: $1 is no tag; the pom's version is $version" ;;
esac
