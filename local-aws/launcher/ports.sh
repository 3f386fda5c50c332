# shellcheck shell=bash
# Which port each process listens on; all of them on 127.0.0.1.

OFFSET="${ALBUMEN_PORT_OFFSET:-0}"
declare -A PORTS=(
  [gateway-service]=8080 [auth-service]=8081 [photo-service]=8082 [video-service]=8083
  [notification-service]=8084 [photo-worker]=8085
  [mailbox]=8025 [postgres]=8432 [dynamodb]=8401 [sqs]=8402 [s3]=8403 [cognito]=8404 [ses]=8405
  [events]=8406 [cdn]=8407
)
STACK_PARTS=(mailbox postgres dynamodb sqs s3 cognito ses events cdn)

port() { echo $((PORTS[$1] + OFFSET)); }

listens() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

holder() {
  command -v ss >/dev/null || return 0
  ss -Hltnp "sport = :$1" 2>/dev/null | sed -n 's/.*users:(("\([^"]*\)",pid=\([0-9]*\).*/ (by \1, process \2)/p' | head -n 1
}

need_ports() {
  local name taken
  for name in "${!PORTS[@]}"; do
    taken="$(port "$name")"
    if listens "$taken"; then
      fail "Port $taken, which $name needs, is taken$(holder "$taken"): free it, or set ALBUMEN_PORT_OFFSET=1000 to use other ports."
    fi
  done
}

# http_ok PORT PATH: whether a GET answers 200.
http_ok() {
  local status
  { exec 3<>"/dev/tcp/127.0.0.1/$1"; } 2>/dev/null || return 1
  printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$2" >&3
  read -rt 5 status <&3 || status=''
  exec 3>&-
  [[ "$status" == *' 200 '* ]]
}
