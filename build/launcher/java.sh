# shellcheck shell=bash
# Finds a JDK by reading each candidate's `release` file: no Java is started for it.

java_floor=25
maven_floor=3.6.3
always_jvm_options="-XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED"
# Whoever calls waits while memory is collected, and a text that waits has lost the time of its number: no pause is long. Memory is
# looked through beside the work, which takes a processor for a third of a second, only when two thirds of it are used: what lives is half
# of a small heap, and the collector, left to itself, begins again every few seconds.
jvm_options="-XX:+UseG1GC -XX:MaxGCPauseMillis=50 -XX:InitiatingHeapOccupancyPercent=65 -XX:-G1UseAdaptiveIHOP $always_jvm_options"
# The most memory that program $1 takes for its objects. The carrier keeps 250,000 texts at hand and needs room beside them.
heap_of() {
    case $1 in
    sandbox) printf '%s' '-Xmx768m' ;;
    *) printf '%s' '-Xmx512m' ;;
    esac
}

# The demo starts often and works little: the collector with the least memory and threads of its own, and only the quick one of
# the two compilers.
demo_jvm_options="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 $always_jvm_options"

# Sets `class_cache` to the options that start program $1 from its cache of loaded classes, when there is one for this build.
# A cache that does not fit this Java is passed over without a word.
find_class_cache() {
    local cache=$home/$1/target/$1.aot
    class_cache=()
    if [ -f "$cache" ] && [ "$cache" -nt "$home/$1/target/$1.jar" ]; then
        class_cache=("-XX:AOTCache=$cache" '-Xlog:aot*=off' '-Xlog:cds*=off')
    fi
}

# Prints the feature version (25, 17, 8) of the JDK in folder $1, or nothing.
jdk_version() {
    local line version
    [ -f "$1/release" ] && [ -x "$1/bin/java" ] || return 0
    while IFS= read -r line || [ -n "$line" ]; do
        case $line in
        JAVA_VERSION=*)
            version=${line#JAVA_VERSION=}
            version=${version//\"/}
            version=${version#1.}
            version=${version%%[!0-9]*}
            printf '%s\n' "$version"
            return 0
            ;;
        esac
    done <"$1/release"
}

# Whether folder $1 holds a new enough JDK that has program $2 (java or javac).
jdk_fits() {
    local version
    version=$(jdk_version "$1")
    [ -n "$version" ] && [ "$version" -ge "$java_floor" ] && [ -x "$1/bin/$2" ]
}

# One folder a line, best first.
jdk_candidates() {
    local on_path folder folders
    printf '%s\n' "$home/runtime" "${JAVA_HOME:-}"
    on_path=$(command -v java 2>/dev/null) && dirname "$(dirname "$(real_path "$on_path")")"
    if [ -n "${CLOUDPBX_JDK_FOLDERS:-}" ]; then
        IFS=: read -r -a folders <<<"$CLOUDPBX_JDK_FOLDERS"
    else
        folders=(/usr/lib/jvm /usr/java /opt/java "${HOME:-/nonexistent}/.sdkman/candidates/java" "${HOME:-/nonexistent}/.jdks"
            "${HOME:-/nonexistent}/Library/Java/JavaVirtualMachines" /Library/Java/JavaVirtualMachines
            /opt/homebrew/opt /usr/local/opt)
    fi
    for folder in "${folders[@]}"; do
        printf '%s\n' "$folder"/* "$folder"/*/Contents/Home "$folder"/openjdk*/libexec/openjdk.jdk/Contents/Home
    done
}

# The command that brings a JDK to this machine, in words that end a sentence.
jdk_advice() {
    if [ "$(uname -s)" = Darwin ]; then
        printf 'install one with: brew install openjdk@25'
    elif command -v apt-get >/dev/null 2>&1 && apt-cache show openjdk-25-jdk >/dev/null 2>&1; then
        printf 'install one with: sudo apt-get install openjdk-25-jdk'
    elif command -v dnf >/dev/null 2>&1; then
        printf 'install one with: sudo dnf install java-25-openjdk-devel'
    elif command -v pacman >/dev/null 2>&1; then
        printf 'install one with: sudo pacman -S jdk-openjdk'
    elif command -v apk >/dev/null 2>&1; then
        printf 'install one with: sudo apk add openjdk25'
    else
        printf 'get one from https://adoptium.net and unpack it in %s/.jdks, or with SDKMAN: sdk install java 25-tem' "${HOME:-~}"
    fi
}

# Sets JAVA_HOME and `java`. $1: the program it must have, java to run or javac to build.
find_jdk() {
    local candidate need=${1:-java}
    if [ -n "${CLOUDPBX_JAVA_HOME:-}" ]; then
        jdk_fits "$CLOUDPBX_JAVA_HOME" "$need" ||
            fail "CLOUDPBX_JAVA_HOME is $CLOUDPBX_JAVA_HOME, but there is no JDK $java_floor or newer in it."
        use_jdk "$CLOUDPBX_JAVA_HOME"
        return
    fi
    while IFS= read -r candidate; do
        if [ -n "$candidate" ] && jdk_fits "$candidate" "$need"; then
            use_jdk "$candidate"
            return
        fi
    done <<EOT
$(jdk_candidates)
EOT
    fail "no JDK $java_floor or newer was found on this machine; $(jdk_advice)"
}

use_jdk() {
    JAVA_HOME=$1
    java=$1/bin/java
    export JAVA_HOME
}

# Whether version $1 is at least version $2, both of three numbers.
version_reaches() {
    local a b c x y z
    IFS=. read -r a b c <<<"${1%%-*}"
    IFS=. read -r x y z <<<"$2"
    [ $((${a:-0} * 1000000 + ${b:-0} * 1000 + ${c:-0})) -ge $((x * 1000000 + y * 1000 + z)) ]
}

# Sets `maven_version`.
find_maven() {
    local advice="install it with your package manager (Debian: apt-get install maven, macOS: brew install maven)"
    command -v mvn >/dev/null 2>&1 || fail "Maven $maven_floor or newer is needed to build CloudPBX; $advice."
    maven_version=$(mvn -v 2>/dev/null | sed -n 's/^.*Apache Maven \([0-9][0-9.]*\).*$/\1/p' | head -n 1)
    version_reaches "${maven_version:-0}" "$maven_floor" ||
        fail "Maven ${maven_version:-of an unknown version} is too old; $maven_floor or newer is needed: $advice."
}

# Older releases of Maven make a new JDK warn about Maven's own libraries.
quiet_maven() {
    export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
}
