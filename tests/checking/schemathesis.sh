#!/usr/bin/env bash
# Tries the API of a site that runs, with requests made from its own document: no answer may be a fault of
# the site's, and none may be one that the document does not tell of.
#
#   tests/checking/schemathesis.sh URL [TOKEN]
#
# URL is the site's address, http://127.0.0.1:8080 for instance. With a token of an organization the addresses
# that take one are tried with it (and sign letters: use a site that is there to be tried).
set -euo pipefail

url="${1:?the address of a site that runs}"
token="${2:-}"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT

python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" --quiet --disable-pip-version-check install 'schemathesis>=4,<5'

headers=()
if [ -n "$token" ]; then
    headers=(--header "Authorization: Bearer $token")
fi
cd "$folder"
# A seed, so that a failure comes back; five minutes, so that it ends. That whatever fits the document is
# taken is not asked: which cursors are ours no schema can say.
timeout 300 venv/bin/schemathesis run "${url%/}/api/openapi.json" \
    --max-examples 50 --seed 20261127 --request-timeout 10 --no-color --exclude-checks positive_data_acceptance \
    "${headers[@]}"
