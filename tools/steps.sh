# Numbered steps with their times. Sourced by the scripts beside it.
#
#   plan "Clippy" cargo clippy          adds a step: what it is called, and its command
#   run_plan test                       runs them: [test 1/1] Clippy … [test 1/1] Clippy: 41 s

step_names=() step_commands=()
step_name= # of the step that runs
plan() { # name command...
  step_names+=("$1"); shift
  step_commands+=("$(printf '%q ' "$@")")
}

duration() { # seconds
  if [ "$1" -lt 60 ]; then printf '%d s' "$1"; else printf '%d min %02d s' $(($1 / 60)) $(($1 % 60)); fi
}

# A step that compiles is silent for minutes: every half minute, a sign of life.
still_running() { # label
  local began=$SECONDS
  while sleep 30 > /dev/null 2>&1; do
    printf '%s: %s so far\n' "$1" "$(duration $((SECONDS - began)))" >&2
  done
}

# Runs the planned steps in their order, up to the first that fails. `set -e` does not hold within a step: a
# function of several commands has to return where one fails.
run_plan() { # what the steps are part of
  local at count=${#step_names[@]} label began status watch
  for ((at = 0; at < count; at++)); do
    step_name=${step_names[at]}
    label="[$1 $((at + 1))/$count] $step_name"
    printf '\n%s\n' "$label" >&2
    began=$SECONDS status=0
    still_running "$label" &
    watch=$!
    eval "${step_commands[at]}" || status=$?
    kill "$watch" 2> /dev/null
    wait "$watch" 2> /dev/null || true
    if [ "$status" != 0 ]; then
      printf '%s: failed after %s\n' "$label" "$(duration $((SECONDS - began)))" >&2
      return "$status"
    fi
    printf '%s: %s\n' "$label" "$(duration $((SECONDS - began)))" >&2
  done
}
