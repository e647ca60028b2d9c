# Builds the images as delivery does, and checks them. Sourced, not run.
# shellcheck shell=bash disable=SC2154 # delivery/boot sets work and what all parts share

ILGAM_IMAGES=localhost/ilgam
FIRST=$(git rev-parse --short=12 HEAD)
AGAIN=$FIRST-again
CHANGED=$FIRST-changed

# Checks out the commit, as delivery does, and changes one class for the second build.
check_out() { # folder
  rm -rf "$1" && mkdir -p "$1" && git archive HEAD | tar -x -C "$1"
}

build_images() { # folder, tag unless it is there, images
  local image
  for image in "${@:3}"; do
    ! podman image exists "$ILGAM_IMAGES/$image:$2" || continue
    podman build --format docker --network host --timestamp "$(git log -1 --format=%ct)" \
      --build-arg MAVEN_IMAGE="$MAVEN_IMAGE" --build-arg NODE_IMAGE="$NODE_IMAGE" --build-arg DEBIAN_IMAGE="$DEBIAN_IMAGE" \
      --build-arg POSTGRES_IMAGE="$POSTGRES_IMAGE" \
      --build-arg REVISION="$(git rev-parse HEAD)" --build-arg VERSION="$2" --build-arg SOURCE=https://example.com/ilgam \
      --target "$image" -t "$ILGAM_IMAGES/$image:$2" "$1" >>"$work/build-$2.log" 2>&1 || { tail -n 20 "$work/build-$2.log"; return 1; }
  done
}

layers() { # image and tag
  podman image inspect --format '{{range .RootFS.Layers}}{{println .}}{{end}}' "$ILGAM_IMAGES/$1" | sed '/^$/d'
}

same_layers() { # image, two tags
  [ "$(layers "$1:$2")" = "$(layers "$1:$3")" ]
}

# The compressed layers, as a registry stores and a node pulls them.
compress() { # image and tag, folder
  rm -rf "$2"
  podman push --quiet --compress --format v2s2 "$ILGAM_IMAGES/$1" "dir:$2" >/dev/null 2>&1
}

# The name and size of each layer.
blobs() { # folder
  find "$1" -regextype posix-extended -regex '.*/[0-9a-f]{64}' -printf '%f %s\n' | LC_ALL=C sort
}

megabytes() { # of the blobs on standard input
  awk '{ bytes += $2 } END { printf "%.2f", bytes / 1e6 }'
}

check_sizes() {
  local image
  for image in "${IMAGES[@]}"; do
    compress "$image:$FIRST" "$work/pushed-$image"
    at_most "$(blobs "$work/pushed-$image" | megabytes)" 250 MB "size of $image as pulled"
  done
}

check_reproducibility() {
  local image
  for image in "${IMAGES[@]}"; do
    check "$image: the same commit built twice has the same $(layers "$image:$FIRST" | wc -l) layers" \
      same_layers "$image" "$FIRST" "$AGAIN"
  done
}

# Layers that the registry lacks after a change of one class.
check_change_size() { # image
  compress "$1:$FIRST" "$work/pushed-$1"
  compress "$1:$CHANGED" "$work/pushed-changed"
  at_most "$(comm -13 <(blobs "$work/pushed-$1") <(blobs "$work/pushed-changed") | megabytes)" 1 MB \
    "shipped of $1 when one class changes"
}

holds_bill() { # image
  # Without systemd, podman says that it schedules no health check.
  podman run --rm --entrypoint cat "$ILGAM_IMAGES/$1:$FIRST" sbom.cdx.json 2>/dev/null >"$work/sbom.json"
  grep -q '"bomFormat" *: *"CycloneDX"' "$work/sbom.json"
}

check_contents() { # labels, bill of materials and user of an image
  local image label
  for image in "${IMAGES[@]}"; do
    for label in revision version source; do
      check "$image has the label $label" \
        test -n "$(podman image inspect --format "{{index .Labels \"org.opencontainers.image.$label\"}}" "$ILGAM_IMAGES/$image:$FIRST")"
    done
    check "$image holds its bill of materials (CycloneDX)" \
      holds_bill "$image"
    check "$image runs as user 10001" \
      test "$(podman image inspect --format '{{.Config.User}}' "$ILGAM_IMAGES/$image:$FIRST")" = 10001:10001
  done
}

load_images() { # into the engine
  podman save --format docker-archive --multi-image-archive "$@" 2>/dev/null | docker load --quiet
}
