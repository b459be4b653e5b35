# shellcheck shell=bash
# Asks ports of this machine, by bash alone: curl and nc are not everywhere.

listens() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Whether the program on port $1 says that it is ready.
healthy() {
    local status
    status=$(
        exec 2>/dev/null
        exec 3<>"/dev/tcp/127.0.0.1/$1" || exit
        printf 'GET /health HTTP/1.0\r\nHost: localhost:%s\r\n\r\n' "$1" >&3
        IFS= read -r -t 5 line <&3 && printf '%s' "$line"
    )
    case $status in
    "HTTP/1."[01]" 200"*) return 0 ;;
    *) return 1 ;;
    esac
}

# Asks the program on port $2 for path $3 by method $1, with token $4; says what it answered, and fails when that is no 200.
asked() {
    local line status
    exec 3<>"/dev/tcp/127.0.0.1/$2" || return 1
    printf '%s %s HTTP/1.0\r\nHost: localhost:%s\r\nAuthorization: Bearer %s\r\nContent-Length: 0\r\n\r\n' "$1" "$3" "$2" "$4" >&3
    IFS= read -r -t 60 status <&3
    while IFS= read -r line <&3 && [ "$line" != $'\r' ]; do :; done
    cat <&3
    exec 3<&-
    case $status in
    "HTTP/1."[01]" 200"*) return 0 ;;
    *) return 1 ;;
    esac
}

# $1: port, $2: the setting that changes it.
require_port() {
    case $1 in
    '' | *[!0-9]*) fail "$2 is '$1', which is not a port number." ;;
    esac
    [ "$1" -ge 1 ] && [ "$1" -le 65535 ] || fail "$2 is $1; ports go from 1 to 65535."
    if listens "$1"; then
        fail "port $1 is taken by another program; choose another with $2, for example $2=$(free_port_after "$1")"
    fi
}

free_port_after() {
    local port=$(($1 + 1))
    while [ "$port" -lt 65535 ] && listens "$port"; do port=$((port + 1)); done
    printf '%s\n' "$port"
}
