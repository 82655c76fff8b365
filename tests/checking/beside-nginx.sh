#!/usr/bin/env bash
# The site beside nginx: the same bytes, one worker each on the same core, the same wrk on another one, in turn.
#
#   cargo build --release --features load
#   tests/checking/beside-nginx.sh [FOLDER]
#
# FOLDER holds the two programs (target/release if it is not given). SECONDS_EACH (4), ROUNDS (5), CONNECTIONS (64)
# and SIZES (25,1000,10000) can be set. Needs nginx, wrk and curl. Each figure is the median of the rounds; what
# counts are the ratios, and the processor time that one answer takes.
#
# At the end a second site answers beside the first that has SUPPORTERS (1000000) more rows about the letter in its
# database, in a table of a name that individuals will have: reading must not know.
#
# nginx gets what makes it quick: gzip_static, sendfile, its cache of open files, no log. Debian's has no brotli: it
# serves those bytes as a file, under a fixed Content-Encoding. It is told to send the fields that the site sends.
set -euo pipefail

programs="$(cd "${1:-target/release}" && pwd)"
seconds="${SECONDS_EACH:-4}"
rounds="${ROUNDS:-5}"
connections="${CONNECTIONS:-64}"
sizes="${SIZES:-25,1000,10000}"
supporters="${SUPPORTERS:-1000000}"
nginx="$(command -v nginx || echo /usr/sbin/nginx)"
server=() client=()
if [ "$(nproc)" -ge 2 ]; then
  server=(taskset -c 0)
  client=(taskset -c 1)
fi

folder="$(mktemp -d)"
site= full= front=
stop() {
  [ -z "$site" ] || kill "$site" 2>/dev/null || true
  [ -z "$full" ] || kill "$full" 2>/dev/null || true
  [ -z "$front" ] || kill "$front" 2>/dev/null || true
  wait
  rm -rf "$folder"
}
trap stop EXIT
free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# serve NAME PORT PROCESS: a site on the database of that name; PROCESS is set to its number.
serve() {
  "${server[@]}" "$programs/undersigned" serve --workers 1 --listen "127.0.0.1:$2" \
    --database-url "sqlite://$folder/$1.db" >/dev/null 2>"$folder/$1.log" &
  printf -v "$3" %s "$!"
  for _ in $(seq 600); do
    curl -fsS -o /dev/null "http://127.0.0.1:$2/readyz" 2>/dev/null && break
    kill -0 "${!3}" || { cat "$folder/$1.log"; exit 1; }
    sleep 0.1
  done
}
"$programs/undersigned-load" fill --database-url "sqlite://$folder/site.db" --signatories "$sizes" >/dev/null
port="$(free_port)"
serve site "$port" site
ours="http://127.0.0.1:$port"

other_port="$(free_port)"
theirs="http://127.0.0.1:$other_port"
mkdir -p "$folder/gzip" "$folder/br" "$folder/identity"
letters=()
IFS=, read -ra counts <<<"$sizes"
for at in "${!counts[@]}"; do
  letter="load-$((at + 1))"
  letters+=("$letter")
done
tag_of() { curl -fsS -o /dev/null -D - -H 'Accept-Encoding: br' "$1" | tr -d '\r' | sed -n 's/^[Ee][Tt]ag: //p'; }
# A letter that has been quiet is packed anew, as tightly as it will be: until no tag has changed for some seconds.
before= same=0
while [ "$same" -lt 8 ]; do
  sleep 1
  tags="$(for letter in "${letters[@]}"; do tag_of "$ours/letters/$letter"; done)"
  if [ "$tags" = "$before" ]; then same=$((same + 1)); else same=0; fi
  before="$tags"
done
for letter in "${letters[@]}"; do
  curl -fsS -H 'Accept-Encoding: identity' "$ours/letters/$letter" -o "$folder/identity/$letter"
  curl -fsS -H 'Accept-Encoding: br' "$ours/letters/$letter" -o "$folder/br/$letter"
  curl -fsS -H 'Accept-Encoding: gzip' "$ours/letters/$letter" -o "$folder/gzip/$letter.gz"
  cp "$folder/identity/$letter" "$folder/gzip/$letter"
done
# As many bytes of fields as the site sends, the same ones, but for those that nginx has of its own.
curl -fsS -o /dev/null -D - "$ours/letters/${letters[0]}" | tr -d '\r' | awk -F': ' '
  NR > 1 && $1 != "" && tolower($1) !~ /^(content-length|content-type|content-encoding|date|etag|last-modified|connection|server)$/ {
    gsub(/"/, "\\\"", $0); name = $1; sub(/^[^:]*: /, ""); printf "add_header %s \"%s\" always;\n", name, $0 }' \
  >"$folder/fields.conf"
owner=
[ "$(id -u)" != 0 ] || owner='user root;'
cat >"$folder/nginx.conf" <<END
$owner
worker_processes 1;
daemon off;
pid $folder/nginx.pid;
error_log $folder/nginx.log;
events { worker_connections 4096; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000000;
  open_file_cache max=100 inactive=1h;
  open_file_cache_valid 1h;
  default_type 'text/html; charset=utf-8';
  server {
    listen 127.0.0.1:$other_port;
    root $folder;
    location /gzip/ { gzip_static on; include $folder/fields.conf; }
    location /br/ { add_header Content-Encoding br; include $folder/fields.conf; }
    location /identity/ { include $folder/fields.conf; }
  }
}
END
"${server[@]}" "$nginx" -c "$folder/nginx.conf" -p "$folder" 2>>"$folder/nginx.log" &
front=$!
for _ in $(seq 100); do
  curl -fsS -o /dev/null "$theirs/identity/${letters[0]}" 2>/dev/null && break
  sleep 0.1
done
worker="$(pgrep -P "$front" | head -n 1)"

ticks() { awk '{ print $14 + $15 }' "/proc/$1/stat"; }
# ask PID URL FIELD...: requests a second, and microseconds of the server's processor for each.
ask() {
  local pid="$1" url="$2" before after said
  shift 2
  local fields=()
  for field in "$@"; do fields+=(-H "$field"); done
  before="$(ticks "$pid")"
  said="$("${client[@]}" wrk -t1 -c"$connections" -d"${seconds}s" "${fields[@]}" "$url")"
  after="$(ticks "$pid")"
  if grep -qE 'Non-2xx|Socket errors' <<<"$said"; then
    echo "$url: $said" >&2
    exit 1
  fi
  awk -v ticks="$((after - before))" '/requests in/ { n = $1 } /Requests\/sec/ { r = $2 }
    END { printf "%.0f %.2f\n", r, ticks * 10000 / n }' <<<"$said"
}
median() { sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }

echo "$(nproc) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1), Linux $(uname -r), $("$nginx" -v 2>&1 | cut -d/ -f2), wrk -t1 -c$connections -d${seconds}s, median of $rounds"
echo
printf '| %-11s | %-8s | %7s | %8s | %8s | %5s | %8s | %8s |\n' signatories answer bytes 'nginx/s' 'site/s' ratio 'nginx µs' 'site µs'
echo '|---|---|---|---|---|---|---|---|'
# The rounds of all answers in turn, so that what disturbs the machine disturbs them all.
for round in $(seq "$rounds"); do
  for letter in "${letters[@]}"; do
    for kind in gzip br identity 304; do
      encoding="$kind"
      fields=()
      if [ "$kind" = 304 ]; then
        encoding=br
        for at in "$theirs/br/$letter" "$ours/letters/$letter"; do
          tag="$(tag_of "$at")"
          fields+=("If-None-Match: $tag")
          status="$(curl -s -o /dev/null -w '%{http_code}' -H 'Accept-Encoding: br' -H "If-None-Match: $tag" "$at")"
          [ "$status" = 304 ] || { echo "$at answers $status to its own tag" >&2; exit 1; }
        done
      elif [ "$round" = 1 ]; then
        for at in "$theirs/$encoding/$letter" "$ours/letters/$letter"; do
          curl -fsS -H "Accept-Encoding: $encoding" "$at" -o "$folder/got"
          case "$kind" in gzip) whole="$folder/gzip/$letter.gz" ;; *) whole="$folder/$kind/$letter" ;; esac
          cmp "$folder/got" "$whole"
        done
      fi
      ask "$worker" "$theirs/$encoding/$letter" "Accept-Encoding: $encoding" ${fields[0]:+"${fields[0]}"} >>"$folder/$letter.$kind.nginx"
      ask "$site" "$ours/letters/$letter" "Accept-Encoding: $encoding" ${fields[1]:+"${fields[1]}"} >>"$folder/$letter.$kind.site"
    done
  done
done
for at in "${!letters[@]}"; do
  letter="${letters[$at]}"
  for kind in gzip br identity 304; do
    case "$kind" in
      gzip) bytes="$(stat -c %s "$folder/gzip/$letter.gz")" ;;
      304) bytes=0 ;;
      *) bytes="$(stat -c %s "$folder/$kind/$letter")" ;;
    esac
    of() { cut -d' ' -f"$2" "$folder/$letter.$kind.$1" | median; }
    ratio="$(awk -v a="$(of site 1)" -v b="$(of nginx 1)" 'BEGIN { printf "%.2f", a / b }')"
    printf '| %-11s | %-8s | %7s | %8s | %8s | %5s | %8s | %8s |\n' "${counts[$at]}" "$kind" "$bytes" \
      "$(of nginx 1)" "$(of site 1)" "$ratio" "$(of nginx 2)" "$(of site 2)"
  done
done

kill "$front" && wait "$front" || true
front=
"$programs/undersigned-load" fill --database-url "sqlite://$folder/full.db" --signatories "${counts[0]}" >/dev/null
python3 - "$folder/full.db" "$supporters" <<'END'
import os, sqlite3, sys
database = sqlite3.connect(sys.argv[1])
letter = database.execute("SELECT id FROM letters").fetchone()[0]
database.execute("""CREATE TABLE supporters (id BLOB NOT NULL PRIMARY KEY, letter_id BLOB NOT NULL REFERENCES letters (id),
    name TEXT NOT NULL, email TEXT NOT NULL, added_at BIGINT NOT NULL, UNIQUE (letter_id, email))""")
rows = ((os.urandom(16), letter, f"Supporter {n}", f"{n}@example.org", n) for n in range(int(sys.argv[2])))
database.executemany("INSERT INTO supporters VALUES (?, ?, ?, ?, ?)", rows)
database.commit()
END
port="$(free_port)"
serve full "$port" full
with="http://127.0.0.1:$port/letters/load-1"
for at in "$with" "$ours/letters/load-1"; do
  curl -fsS -o /dev/null -H 'Accept-Encoding: gzip' "$at"
done
sleep 8 # both letters are packed once more
for _ in $(seq "$rounds"); do
  ask "$full" "$with" 'Accept-Encoding: gzip' >>"$folder/with"
  ask "$site" "$ours/letters/load-1" 'Accept-Encoding: gzip' >>"$folder/without"
done
of() { cut -d' ' -f1 "$folder/$1" | median; }
awk -v rows="$supporters" -v size="$(($(stat -c %s "$folder/full.db") >> 20))" -v a="$(of with)" -v b="$(of without)" 'BEGIN {
  printf "\n%d rows of supporters beside (%d MB): %d/s, without %d/s, ratio %.2f\n", rows, size, a, b, a / b }'
