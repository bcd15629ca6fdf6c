#!/usr/bin/env bash
# setup-venv.sh FOLDER EXTRA: a virtual environment in FOLDER with sayso and the tagger's weights (both editable), and EXTRA.
# Does nothing when FOLDER is newer than both pyproject.toml and still works. PYTHON names the interpreter to use.
# The gazetteer is built into it too, again whenever the tables or the code it is made by have changed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

venv=${1:?usage: setup-venv.sh FOLDER EXTRA}
extra=${2:?usage: setup-venv.sh FOLDER EXTRA}
stamp=$venv/.installed
log=$venv/install.log
made_for="$PWD $extra" # a checkout that was moved or copied needs a new one

say() { printf '%s\n' "$@" >&2; }

up_to_date() {
    [[ -f $stamp && ! pyproject.toml -nt $stamp && ! weights/pyproject.toml -nt $stamp && $(<"$stamp") == "$made_for" ]] &&
        "$venv/bin/python" -c '' 2>/dev/null
}

# Prints the first interpreter that is new enough and can make a virtual environment.
find_python() {
    local candidate seen='' no_venv='' tell='import platform; print(platform.python_version())'
    for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
        "$candidate" -c '' 2>/dev/null || continue
        seen+=" $candidate ($("$candidate" -c "$tell"))"
        "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || continue
        if "$candidate" -c 'import ensurepip, venv' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
        no_venv=$candidate
    done
    if [[ -n $no_venv ]]; then
        say "sayso: $no_venv is new enough but cannot make virtual environments." \
            "  Install its venv module (on Debian and Ubuntu: apt install python3-venv) and run make again."
    elif [[ -n $seen ]]; then
        say "sayso: Python 3.11 or newer is needed; found only$seen." \
            "  Install a newer Python, or name one you have: make PYTHON=/path/to/python3.12 ..."
    else
        say "sayso: no Python was found; 3.11 or newer is needed." \
            "  Install Python, or name one you have: make PYTHON=/path/to/python3.12 ..."
    fi
    return 1
}

explain_failure() {
    grep '^ERROR' "$log" >&2 || tail -n 15 "$log" >&2
    if grep -qiE 'NewConnectionError|ConnectTimeout|ReadTimeout|Max retries|name resolution|ProxyError|SSLError|from versions: none' "$log"; then
        say "sayso: the package registry could not be reached, or it lacks a package that is needed (log: $log)." \
            "  Check the network or proxy and run make again. Without a network, put the wheels in a folder and run:" \
            "  PIP_NO_INDEX=1 PIP_FIND_LINKS=/path/to/wheels make ..."
    else
        say "sayso: installing into $venv failed; the whole log is in $log."
    fi
    exit 1
}

# Builds the gazetteer where there is none or what makes it is newer.
build_gazetteer() {
    local built=$venv/share/sayso/gazetteer.sqlite
    if [[ -f $built && -z $(find src/sayso/reference/gazetteer \( -name '*.py' -o -name '*.tsv' \) -newer "$built" -print -quit) ]]; then
        return
    fi
    say "sayso: building the gazetteer (once; about half a minute)"
    "$venv/bin/sayso" gazetteer >>"$log" 2>&1 || { tail -n 5 "$log" >&2; explain_gazetteer; }
}

explain_gazetteer() {
    say "sayso: the gazetteer could not be built (log: $log); places will stay names without coordinates." \
        "  Everything else works. To try again: $venv/bin/sayso gazetteer"
}

if up_to_date; then
    build_gazetteer
    exit 0
fi
if [[ ! -f $stamp || $(<"$stamp") != "$made_for" ]] || ! "$venv/bin/python" -c '' 2>/dev/null; then
    python=$(find_python)
    say "sayso: making $venv with $("$python" --version) (once; a minute or so)"
    rm -rf "$venv"
    "$python" -m venv "$venv"
else
    say "sayso: pyproject.toml has changed, bringing $venv up to date"
fi
rm -f "$stamp"
PIP_DISABLE_PIP_VERSION_CHECK=1 "$venv/bin/python" -m pip install --quiet --retries 2 --editable ".[$extra]" \
    --editable ./weights >"$log" 2>&1 ||
    explain_failure
printf '%s' "$made_for" >"$stamp"
build_gazetteer
