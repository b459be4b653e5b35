# shellcheck shell=bash
# Starts carrier and phone system in one process tree, watches them, and ends them together.

demo_start_limit=180
main_number=+18335550100

# demo new: nobody and nothing is there but a link to set everything up, in a folder of its own.
demo() {
    local began
    company=${1:-fictional}
    case $company in
    fictional) ;;
    new) data=$data/new ;;
    *) fail "the demo can be started as 'demo' or 'demo new', not as 'demo $company'." ;;
    esac
    pbx_port=${CLOUDPBX_PORT:-8080}
    sandbox_port=${CLOUDPBX_SANDBOX_PORT:-8090}
    [ "$pbx_port" != "$sandbox_port" ] || fail "CLOUDPBX_PORT and CLOUDPBX_SANDBOX_PORT are both $pbx_port; they must differ."
    require_port "$pbx_port" CLOUDPBX_PORT
    require_port "$sandbox_port" CLOUDPBX_SANDBOX_PORT
    build_if_changed
    prepare_data_folder
    began=$SECONDS
    start_programs
    await_programs
    welcome $((SECONDS - began))
    while programs_live; do sleep 0.5; done
    report_death
}

start_programs() {
    pbx_pid=
    sandbox_pid=
    trap 'stop_programs; say "Stopped."; exit 0' INT TERM HUP
    rm -f "$data/sign-in-link"
    keep_last_log sandbox
    keep_last_log pbx
    export CLOUDPBX_PARENT_PID=$$ CLOUDPBX_PORT=$pbx_port CLOUDPBX_SANDBOX_PORT=$sandbox_port
    # Job control gives each program a process group of its own: Ctrl-C reaches this script alone,
    # which then stops them in order. Without it the database would go before those who use it.
    set -m
    (
        export CLOUDPBX_SANDBOX_FRAMED_BY="http://localhost:$pbx_port http://127.0.0.1:$pbx_port"
        run_program sandbox
    ) &
    sandbox_pid=$!
    (
        demo_environment
        run_program pbx
    ) &
    pbx_pid=$!
    set +m
    # Else the shell would report a killed program in words of its own.
    disown -a
}

# The demo never touches what a real installation is configured to use.
demo_environment() {
    unset DATABASE_URL STORAGE_URL SMTP_URL FALLBACK_URL FALLBACK_SMS_URL
    unset CLOUDPBX_DEMO
    [ "$company" = new ] || export CLOUDPBX_DEMO=true
    export PUBLIC_URL="http://localhost:$pbx_port"
    export TWILIO_BASE_URL="http://127.0.0.1:$sandbox_port"
    export TWILIO_ACCOUNT_SID=AC00000000000000000000000000000001
    export TWILIO_AUTH_TOKEN=sandbox
    export TWILIO_TOLL_FREE_NUMBER=$main_number
    export CLOUDPBX_PHONE_URL="http://localhost:$sandbox_port/phone/"
}

run_program() {
    find_class_cache "$1"
    # shellcheck disable=SC2086 # options are meant to be split
    exec "$java" $demo_jvm_options "$(heap_of "$1")" ${class_cache[@]+"${class_cache[@]}"} ${CLOUDPBX_JAVA_OPTS:-} -jar "$home/$1/target/$1.jar" >"$data/logs/$1.log" 2>&1 </dev/null
}

keep_last_log() {
    [ -f "$data/logs/$1.log" ] && mv -f "$data/logs/$1.log" "$data/logs/$1.previous.log"
    : >"$data/logs/$1.log"
}

programs_live() { kill -0 "$pbx_pid" 2>/dev/null && kill -0 "$sandbox_pid" 2>/dev/null; }

await_programs() {
    local began=$SECONDS sandbox_ready=
    exec 4<"$data/logs/pbx.log"
    until [ -n "$sandbox_ready" ] && healthy "$pbx_port"; do
        programs_live || report_death
        show_news
        [ -n "$sandbox_ready" ] || { healthy "$sandbox_port" && sandbox_ready=yes; }
        progress "Starting" $((SECONDS - began))
        if [ $((SECONDS - began)) -gt $demo_start_limit ]; then
            end_progress
            stop_programs
            fail "CloudPBX was not ready after $demo_start_limit s; see $data/logs"
        fi
        sleep 0.2
    done
    show_news
    exec 4<&-
    end_progress
}

# Shows what the phone system says of its own progress. A line that is still being written is kept for next time.
show_news() {
    local part
    while IFS= read -r part <&4; do
        part=${news_rest:-}$part
        news_rest=
        case $part in
        *"progress: "*)
            end_progress
            say "  ${part##*progress: }"
            ;;
        esac
    done
    news_rest=${news_rest:-}$part
}

welcome() {
    cat <<TEXT
CloudPBX is ready ($1 s).

  Dashboard       http://localhost:$pbx_port
  $(way_in)
  Browser phone   http://localhost:$sandbox_port/phone/
  Main number     $(spoken_number $main_number): dial it in the browser phone, then press 101
  Logs            $data/logs

Ctrl-C stops everything.
TEXT
}

# The demo's own link signs in; a new company has one that sets it up, until somebody has.
way_in() {
    local link began=$SECONDS
    if [ "$company" = new ]; then
        until grep -qE 'CloudPBX has been set up|Set CloudPBX up within' "$data/logs/pbx.log" || [ $((SECONDS - began)) -gt 30 ]; do sleep 0.1; done
        link=$(sed -n 's/.*Set CloudPBX up within 24 hours: //p' "$data/logs/pbx.log" | tail -n 1)
        if [ -n "$link" ]; then
            printf 'Set up          %s' "$link"
        else
            printf 'Sign in         with your email and password'
        fi
    else
        link=$(cat "$data/sign-in-link" 2>/dev/null)
        printf 'Sign in         %s' "${link:-see $data/logs/pbx.log}"
    fi
}

# +18335550100 → (833) 555-0100
spoken_number() { printf '(%s) %s-%s\n' "${1:2:3}" "${1:5:3}" "${1:8:4}"; }

# The phone system first: it may still have something to tell the carrier.
stop_programs() {
    trap '' INT TERM HUP
    end_progress
    stop_program "$pbx_pid"
    stop_program "$sandbox_pid"
}

stop_program() {
    local waited=0
    [ -n "$1" ] || return 0
    kill -TERM "$1" 2>/dev/null
    while kill -0 "$1" 2>/dev/null; do
        waited=$((waited + 1))
        [ $waited -eq 150 ] && kill -KILL "$1" 2>/dev/null
        sleep 0.1
    done
}

# One program ended by itself: shows why, ends the other.
report_death() {
    local name=pbx title="the phone system"
    if kill -0 "$pbx_pid" 2>/dev/null; then
        name=sandbox
        title="the sandbox carrier"
    fi
    stop_programs
    {
        printf 'The last lines of %s:\n' "$data/logs/$name.log"
        tail -n 25 "$data/logs/$name.log" | sed 's/^/  /'
    } >&2
    fail "$title stopped by itself, so everything was stopped; its log above says why."
}
