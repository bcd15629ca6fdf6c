#!/usr/bin/env bash
# vendor-assets.sh: fetches anew what the workbench bundles for the browser, into src/sayso/web/static/vendor.
# Each package is named with its version and the SHA-512 of its archive; one that differs is refused. Needs npm and openssl.
# To take a newer version, change its line, run this, read what changed, and put NOTICE right.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

into=$PWD/src/sayso/web/static/vendor
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# vendor FOLDER NAME@VERSION SHA512 FILE... : put some files of a package into a folder of its own
vendor() {
    local folder=$1 package=$2 expected=$3 archive found file
    shift 3
    archive=$work/$(cd "$work" && npm pack --silent "$package")
    found=$(openssl dgst -sha512 -binary "$archive" | base64 -w0)
    if [[ $found != "$expected" ]]; then
        printf 'sayso: %s has the digest\n  %s, expected\n  %s; nothing of it was taken\n' "$package" "$found" "$expected" >&2
        exit 1
    fi
    rm -rf "${into:?}/$folder" "$work/package"
    mkdir -p "$into/$folder"
    tar -xzf "$archive" -C "$work"
    for file in "$@"; do
        # Maps from built to source are not bundled, so their mention goes: a browser's tools would ask for them.
        sed '/^\/\/# sourceMappingURL=/d' "$work/package/$file" >"$into/$folder/$(basename "$file")"
    done
    printf '%s: %s\n' "$package" "$(cd "$into/$folder" && ls | tr '\n' ' ')"
}

vendor htmx htmx.org@2.0.11 \
    Thx/WtpeOQqSrqBCw/A1cwGJGg4UrVa3+sW0GmrM3p4gJgO89ecH4qtbnyzDDWFvBTqjnIMCgELTNt636dtamA== \
    dist/htmx.min.js LICENSE
vendor maplibre maplibre-gl@5.24.1 \
    HyiYBwtsbk3L1n1EPLJHWqdoyMiF80n7tEYXFZyu2m1TjvaNx6KMLiFeDdmszt1/mq2zvsR1TJuX/NMu5BonXQ== \
    dist/maplibre-gl-csp.js dist/maplibre-gl-csp-worker.js dist/maplibre-gl.css LICENSE.txt
vendor topojson topojson-client@3.1.0 \
    605uxS6bcYxGXw9qi62XyrV6Q3xwbndjachmNxu8HWTtVPxZfEJN9fd/SZS1Q54Sn2y0TMyMxFj/cJINqGHrKw== \
    dist/topojson-client.min.js LICENSE
vendor atlas world-atlas@2.0.2 \
    IXfV0qwlKXpckz1FhwXVwKRjiIhOnWttOskm5CtxMsjgE/MXAYRHWJqgXOpM8IkcPBoXnyTU5lFHcYa5ChG0LQ== \
    countries-50m.json LICENSE
