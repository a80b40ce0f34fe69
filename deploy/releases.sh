# Runs on the server, in the folder that holds releases/ and the link `current`.
# Arguments: the folder, what to do, and for `finish`: the build's id, PURGE, a command that reloads.
set -eu
umask 022
mkdir -p "$1" && cd "$1" || exit 1
folder=$PWD what=$2
mkdir -p releases .incoming
exec 9>.lock

alone() { flock -n 9 || { echo "Another deploy is under way in $folder; try again when it has ended." >&2; exit 75; }; }
live() { basename "$(readlink current || true)"; }
all() { ls releases | grep -E '^[0-9]{6}-' | sort || true; }
swap() { ln -sfn "releases/$1" .current && mv -T .current current; }

case $what in
look) # what is live: a line with its release, then its build.json
  live
  find -L current/site -name build.json -maxdepth 9 2>/dev/null | head -n 1 | xargs -r cat
  ;;
finish)
  id=$3 purge=$4 reload=$5
  alone
  (cd ".incoming/$id/site" && sha256sum --quiet --strict -c ../sums >&2)
  last=$(all | tail -n 1)
  name=$(printf '%06d-%s' "$((1 + $(echo "${last:-0}" | sed 's/^0*//; s/-.*//; s/^$/0/')))" "$id")
  sed -i "s/^\"\(~^\)\{0,1\}@/\"\1$name/" ".incoming/$id/policy" ".incoming/$id/moved"
  # Pages that someone has open still name the lasting files of releases before this one.
  [ "$purge" ] || for former in $(all); do
    while read -r asset; do
      [ -e ".incoming/$id/site/$asset" ] || {
        mkdir -p "$(dirname ".incoming/$id/site/$asset")"
        ln "releases/$former/site/$asset" ".incoming/$id/site/$asset"
      }
    done <"releases/$former/lasting"
  done
  mv ".incoming/$id" "releases/$name"
  if [ "$reload" ] && ! sh -c "$reload" >&2; then
    rm -rf "releases/$name"
    echo "The server was not reloaded ($reload), so the former release stays." >&2
    exit 1
  fi
  swap "$name"
  find .incoming -mindepth 1 -maxdepth 1 -mmin +1440 -exec rm -rf {} + # left by broken uploads
  for former in $(all | head -n -10); do [ "$former" = "$name" ] || rm -rf "releases/$former"; done
  echo "$name"
  ;;
rollback) # to the release before the live one, or to the one named
  alone
  to=${3:-$(all | sed "/^$(live)\$/,\$d" | tail -n 1)}
  if [ -z "$to" ] || [ ! -d "releases/$to/site" ]; then
    echo "There is no release ${to:-before $(live)} in $folder/releases. There are: $(all | tr '\n' ' ')" >&2
    exit 1
  fi
  swap "$to"
  echo "$to"
  ;;
esac
