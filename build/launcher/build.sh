# shellcheck shell=bash
# Builds the two programs, but only when a source is newer than the last build.

build_folder=$home/target/launcher
build_log=$build_folder/build.log
built=$build_folder/built
bench_built=$build_folder/bench-built

# A folder's own time changes when a file in it goes away, so deletions are seen too.
sources_changed() {
    [ -f "$built" ] && [ -f "$home/pbx/target/pbx.jar" ] && [ -f "$home/sandbox/target/sandbox.jar" ] || return 0
    local source sources=()
    for source in "$home/pom.xml" "$home"/{pbx,sandbox}/pom.xml "$home"/{pbx,sandbox}/src/main; do
        [ -e "$source" ] && sources+=("$source")
    done
    # A release archive has programs and no sources.
    [ ${#sources[@]} -gt 0 ] && [ -n "$(find "${sources[@]}" -newer "$built" -print | head -n 1)" ]
}

# Leaves `java` set to a JDK that can run what is there.
build_if_changed() {
    if ! sources_changed; then
        find_jdk java
        return
    fi
    find_jdk javac
    find_maven
    mkdir -p "$build_folder" 2>/dev/null || fail "the folder $home/target cannot be written, and CloudPBX is not built yet."
    take_build_turn
    sources_changed && build
    give_build_turn
}

# Two builds in one folder would spoil each other's files.
take_build_turn() {
    local holder waited=
    until mkdir "$build_folder/turn" 2>/dev/null; do
        holder=$(cat "$build_folder/turn/pid" 2>/dev/null)
        if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then
            rm -rf "$build_folder/turn"
        elif [ -z "$waited" ]; then
            waited=yes
            say "Another build is running; waiting for it."
        fi
        sleep 1
    done
    printf '%s\n' "$$" >"$build_folder/turn/pid"
    trap give_build_turn EXIT
}

give_build_turn() {
    rm -rf "$build_folder/turn"
    trap - EXIT
}

build() {
    local began=$SECONDS maven
    # Taken before the build: what is edited while it runs is built next time.
    touch "$build_folder/began"
    rm -f "$built"
    # Tests and style are the business of `cloudpbx test`.
    quiet_maven
    (cd "$home" && exec mvn -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true -Dcheckstyle.skip=true \
        -pl sandbox,pbx package) >"$build_log" 2>&1 </dev/null &
    maven=$!
    trap 'kill "$maven" 2>/dev/null; give_build_turn; exit 130' INT TERM HUP
    while kill -0 "$maven" 2>/dev/null; do
        progress "Building" $((SECONDS - began))
        sleep 1
    done
    trap - INT TERM HUP
    end_progress
    if ! wait "$maven"; then
        grep -E '^\[ERROR\]' "$build_log" | head -n 20 >&2
        fail "the build failed; all that Maven said is in $build_log"
    fi
    fill_class_cache
    mv "$build_folder/began" "$built"
    say "Built in $((SECONDS - began)) s."
}

# The benchmarks are no part of what is demonstrated or deployed: only who asks for them builds them.
build_bench_if_changed() {
    bench_changed || return 0
    find_jdk javac
    find_maven
    mkdir -p "$build_folder" 2>/dev/null || fail "the folder $home/target cannot be written, and the benchmarks are not built yet."
    take_build_turn
    bench_changed && build_bench
    give_build_turn
}

# They score decisions of the phone system, so they are compiled anew when it was.
bench_changed() {
    [ -f "$bench_built" ] && [ -f "$home/bench/target/bench.jar" ] || return 0
    [ "$home/pbx/target/pbx.jar" -nt "$home/bench/target/bench.jar" ] ||
        [ -n "$(find "$home/bench/pom.xml" "$home/bench/src/main" -newer "$bench_built" -print 2>/dev/null | head -n 1)" ]
}

build_bench() {
    say "Building the benchmarks."
    touch "$build_folder/bench-began"
    rm -f "$bench_built"
    quiet_maven
    (cd "$home" && mvn -B -ntp -q -Dmaven.test.skip=true -Dspotless.check.skip=true -Dcheckstyle.skip=true \
        -pl bench -am package) >"$build_folder/bench.log" 2>&1 </dev/null ||
        fail "the benchmarks could not be built; all that Maven said is in $build_folder/bench.log"
    # A jar that came out as it was keeps its time, and would seem older than what it was compared with.
    touch "$home/bench/target/bench.jar"
    mv "$build_folder/bench-began" "$bench_built"
}

# Lets the carrier start once and remembers the classes it needed: it then starts in a third of the time. Nothing depends on it.
fill_class_cache() {
    local trial=$build_folder/trial cache=$home/sandbox/target/sandbox.aot waited=0 carrier
    rm -rf "$cache" "$trial"
    mkdir -p "$trial"
    : >"$trial/log"
    # shellcheck disable=SC2086 # options are meant to be split
    CLOUDPBX_SANDBOX_PORT=0 CLOUDPBX_DATA=$trial CLOUDPBX_PARENT_PID=$$ \
        "$java" $demo_jvm_options "$(heap_of sandbox)" "-XX:AOTCacheOutput=$cache" -jar "$home/sandbox/target/sandbox.jar" >"$trial/log" 2>&1 </dev/null &
    carrier=$!
    while kill -0 "$carrier" 2>/dev/null && [ "$waited" -lt 30 ] && ! grep -q '^Sandbox carrier on' "$trial/log"; do
        sleep 1
        waited=$((waited + 1))
    done
    ask_health "$(sed -n 's/^Sandbox carrier on .*://p' "$trial/log")"
    kill "$carrier" 2>/dev/null
    wait "$carrier" 2>/dev/null
    rm -rf "$trial"
}

ask_health() {
    [ -n "$1" ] && (exec 3<>"/dev/tcp/127.0.0.1/$1" && printf 'GET /health HTTP/1.0\r\n\r\n' >&3 && cat <&3) >/dev/null 2>&1
}

# One line that counts up on a terminal; elsewhere a line at the start and then every 15 s.
progress() {
    if [ -t 1 ]; then
        printf '\r%s… %s s ' "$1" "$2"
        progress_open=yes
    elif [ $(($2 % 15)) -eq 0 ] && [ "${progress_last:-}" != "$1 $2" ]; then
        progress_last="$1 $2"
        printf '%s… %s s\n' "$1" "$2"
    fi
}

# Clears the counting line, so that the next words have the line to themselves.
end_progress() {
    [ -n "${progress_open:-}" ] && printf '\r\033[K'
    progress_open=
}
