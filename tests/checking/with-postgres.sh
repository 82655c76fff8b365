#!/usr/bin/env bash
# Runs a command beside a PostgreSQL server of its own, with the defaults of its package (so fully synced), and an
# empty database at $DATABASE_URL; server and data are gone afterwards.
#
#   tests/checking/with-postgres.sh sh -c 'target/release/undersigned-load sign --database-url "$DATABASE_URL"'
set -euo pipefail

binaries="$(dirname "$(ls /usr/lib/postgresql/*/bin/initdb | sort -V | tail -n 1)")"
folder="$(mktemp -d)"
as=()
if [ "$(id -u)" = 0 ]; then # initdb refuses root
  chown postgres "$folder"
  as=(runuser -u postgres --)
fi
stop() {
  "${as[@]}" "$binaries/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$folder"
}
trap stop EXIT
port="$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')"
cd /
"${as[@]}" "$binaries/initdb" -D "$folder/data" -U load -A trust -E UTF8 --no-locale >/dev/null
"${as[@]}" "$binaries/pg_ctl" -D "$folder/data" -w -l "$folder/log" \
  -o "-p $port -k $folder -c listen_addresses=127.0.0.1" start >/dev/null
"${as[@]}" "$binaries/createdb" -h 127.0.0.1 -p "$port" -U load load
export DATABASE_URL="postgres://load@127.0.0.1:$port/load"
cd "$OLDPWD"
"$@"
