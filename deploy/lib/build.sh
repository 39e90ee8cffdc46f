# Sourced by the scripts of the folder above: where the built things lie, and what builds them.
home="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
launcher="$home/deploy/local/target/local-0.1.0-SNAPSHOT.jar"
launcher_classes="$launcher:$home/deploy/local/target/lib/*"
tests="$home/system-tests/target"

# is_current FILE [SOURCES...]: the file is there, and neither Vouch's sources nor the named ones are newer.
is_current() {
    [[ -e "$1" && -z "$(find "$home"/pom.xml "$home"/*/pom.xml "$home"/*/src/main "$home"/deploy/local/{pom.xml,src/main} "${@:2}" -newer "$1" -print -quit)" ]]
}

# build ARGUMENTS...: goals and options of Maven beside the usual ones.
build() {
    echo "Building Vouch (a first build takes some minutes) ..." >&2
    (cd "$home" && mvn -q --batch-mode --no-transfer-progress -Dquick "$@")
}

build_tests() {
    if ! is_current "$tests/lib" "$home/system-tests/src"; then
        build -DskipTests package
        touch "$tests/lib"
    fi
}

require_built() {
    [[ -e "$launcher" ]] || { echo "Not built yet: run deploy/run first." >&2; exit 1; }
}
