# shellcheck shell=bash
# Says in sentences what this machine has and what CloudPBX still needs; of a phone system that runs, how its numbers stand at the carrier.

doctor() {
    local repair=
    case ${1:-} in
    '') ;;
    --repair) repair=yes ;;
    *) fail "the doctor is called as 'doctor' or 'doctor --repair', not as 'doctor $1'." ;;
    esac
    ailments=0
    runs=
    healthy "${CLOUDPBX_PORT:-8080}" && runs=yes
    doctor_jdk
    doctor_maven
    doctor_port "${CLOUDPBX_PORT:-8080}" CLOUDPBX_PORT "the phone system"
    doctor_port "${CLOUDPBX_SANDBOX_PORT:-8090}" CLOUDPBX_SANDBOX_PORT "the sandbox carrier"
    doctor_data
    doctor_tests
    doctor_numbers
    if [ -n "$runs$repair" ]; then
        [ "$ailments" -eq 0 ] || fail "$ailments of these must be put right."
        say "CloudPBX runs, and all is well."
    else
        [ "$ailments" -eq 0 ] || fail "$ailments of these must be put right before the demo can start."
        say "The demo can start."
    fi
}

fine() { printf '  ok    %s\n' "$*"; }
note() { printf '  note  %s\n' "$*"; }
wrong() {
    printf '  wrong %s\n' "$*"
    ailments=$((ailments + 1))
}

doctor_jdk() {
    local reason need=java
    sources_changed && need=javac
    # In a subshell first: finding none would end this script.
    if reason=$( (find_jdk $need) 2>&1); then
        find_jdk $need
        fine "JDK $(jdk_version "$JAVA_HOME") is in $JAVA_HOME."
    else
        wrong "${reason#cloudpbx: }"
    fi
}

doctor_maven() {
    local reason
    if reason=$( (find_maven) 2>&1); then
        find_maven
        fine "Maven $maven_version builds what has changed."
    elif sources_changed; then
        wrong "${reason#cloudpbx: }"
    else
        note "Everything is built. To build again: ${reason#cloudpbx: }"
    fi
}

doctor_port() {
    if [ -n "$runs" ] && healthy "$1"; then
        fine "Port $1 is used by $3, which runs."
    elif listens "$1"; then
        wrong "Port $1 for $3 is taken by another program; $2 chooses another."
    else
        fine "Port $1 for $3 is free."
    fi
}

doctor_data() {
    local folder=$data free
    while [ ! -e "$folder" ]; do folder=$(dirname "$folder"); done
    if [ -w "$folder" ]; then
        fine "The data folder $data can be written."
    else
        wrong "The data folder $data cannot be written; CLOUDPBX_DATA chooses another."
    fi
    free=$(df -Pk "$folder" | awk 'NR == 2 { print int($4 / 1024) }')
    if [ "${free:-0}" -lt 500 ]; then
        wrong "Only $free MB are free there; 500 MB are needed."
    else
        fine "$free MB are free there."
    fi
}

doctor_tests() {
    local browser=${CHROMIUM:-}
    [ -n "$browser" ] || browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
    if [ -n "$browser" ]; then
        fine "Chromium for the browser tests is $browser."
    else
        note "Chromium is not here; only './cloudpbx test' needs it (Debian: apt-get install chromium)."
    fi
    if command -v node >/dev/null 2>&1; then
        fine "Node.js for the dashboard's tests is $(node --version)."
    else
        note "Node.js is not here; only './cloudpbx test' needs it (Debian: apt-get install nodejs)."
    fi
}

# Asks the phone system that runs here; it asks the carrier.
doctor_numbers() {
    local port=${CLOUDPBX_PORT:-8080} token=${CLOUDPBX_TOKEN:-${CLOUDPBX_ADMIN_TOKEN:-}} lines
    if [ -z "$runs" ]; then
        numbers_unseen "the phone system does not run on port $port."
        return
    fi
    if [ -z "$token" ]; then
        numbers_unseen "CLOUDPBX_TOKEN is not set; an API token of an admin is made in Settings › API Tokens."
        return
    fi
    if [ -n "$repair" ]; then
        if asked POST "$port" /api/numbers/repair "$token" >/dev/null; then
            fine "What could be repaired at the carrier was."
        else
            wrong "The carrier could not be asked to repair anything; the log of the phone system may say why."
        fi
    fi
    if lines=$(asked GET "$port" /api/numbers/examination.txt "$token"); then
        show_numbers "$lines"
    else
        wrong "The phone system did not say how its numbers stand: the token may not be an admin's, or the carrier does not answer."
    fi
}

# Who asked for a repair must not take it for done.
numbers_unseen() {
    if [ -n "$repair" ]; then
        wrong "Nothing was repaired: $1"
    else
        note "The numbers at the carrier were not looked at: $1"
    fi
}

show_numbers() {
    local kind sentence
    while read -r kind sentence; do
        case $kind in
        ok) fine "$sentence" ;;
        wrong) wrong "$sentence" ;;
        note) note "$sentence" ;;
        esac
    done <<<"$1"
}
