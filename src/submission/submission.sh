#!/usr/bin/env bash
#
# Submits a job to a Flink session cluster, and makes sure that one run of it is left. Needs only what every Flink image
# has: bash, the usual command-line tools, and the clients of the Flink distribution.
#
# The pod sets these environment variables:
#   SUBMISSION_REST_ADDRESS      host name of the cluster's REST endpoint
#   SUBMISSION_REST_PORT         port of the cluster's REST endpoint
#   SUBMISSION_RUN_ID_PREFIX     16 hexadecimal digits for the names of cluster and job
#   SUBMISSION_CONTENT_HASH      8 hexadecimal digits for what is run
#   SUBMISSION_JOB_STATE         running or suspended
#   SUBMISSION_UPGRADE_MODE      savepoint, stateless or fail: how a run of another version of the job is replaced
#   SUBMISSION_SAVEPOINT         savepoint to start from if no other is found; empty for none
#   SUBMISSION_CLIENT            flink or sql-client: the program that submits
#   SUBMISSION_SAVEPOINT_OPTION  the Flink option for the savepoint, only if SUBMISSION_CLIENT is sql-client
#
# Its arguments are the options for every call of a client (-Dkey=value), "--", and what the client is to run.
#
# The id of a run is the prefix, the hash, and 8 hexadecimal digits that count, because Flink rejects the id of a job
# that has ended. So the id says which runs belong to the job, and whether a run is the requested version of it.

set -euo pipefail

# The first process of a container ignores SIGTERM unless it has a trap. A pod that is replaced must stop at once.
trap 'exit 143' TERM

client_options=()
while [ "$1" != -- ]; do
  client_options+=("$1")
  shift
done
shift

endpoint=$SUBMISSION_REST_ADDRESS:$SUBMISSION_REST_PORT
rest_options=("-Drest.address=$SUBMISSION_REST_ADDRESS" "-Drest.port=$SUBMISSION_REST_PORT")
work_dir=/tmp/flink-submission
mkdir -p "$work_dir"

log() { echo "submission: $*" >&2; }

fail() {
  log "$@"
  exit 1
}

# flink_client COMMAND [ARGUMENT...]
flink_client() { flink "$1" -t remote "${rest_options[@]}" "${client_options[@]}" "${@:2}"; }

# The entry point of the image does the same, but this script replaces it.
enable_plugins() {
  local jar jars=()
  IFS=';' read -ra jars <<< "${ENABLE_BUILT_IN_PLUGINS:-}"
  for jar in "${jars[@]}"; do
    if [ ! -f "/opt/flink/opt/$jar" ]; then fail "the image does not contain the plugin $jar"; fi
    mkdir -p "/opt/flink/plugins/${jar%.jar}"
    ln -sf "/opt/flink/opt/$jar" "/opt/flink/plugins/${jar%.jar}/"
  done
}

# The client reads its logging configuration from another file than the cluster, and the mounted directory is read-only.
copy_configuration() {
  if [ ! -d /opt/flink/cluster-conf ]; then return; fi
  export FLINK_CONF_DIR=$work_dir/flink-conf
  mkdir -p "$FLINK_CONF_DIR"
  cp -L /opt/flink/cluster-conf/* "$FLINK_CONF_DIR"
  if [ -f "$FLINK_CONF_DIR/log4j-console.properties" ]; then
    cp "$FLINK_CONF_DIR/log4j-console.properties" "$FLINK_CONF_DIR/log4j-cli.properties"
  fi
}

# Writes the runs of this job to a file, oldest first: id and state.
list_runs() {
  flink_client list -a > "$work_dir/all-runs" || return
  sed -nE "s/^[0-9. :]+ : (${SUBMISSION_RUN_ID_PREFIX}[0-9a-f]{16}) : .* \(([A-Z]+)\)\$/\1 \2/p" \
    "$work_dir/all-runs" > "$work_dir/runs"
}

active_runs() { awk '$2 !~ /^(FINISHED|CANCELED|FAILED)$/ { print $1 }' "$work_dir/runs"; }

# state_of RUN
state_of() { awk -v id="$1" '$1 == id { print $2 }' "$work_dir/runs"; }

# is_requested_version RUN
is_requested_version() { [ "${1:16:8}" = "$SUBMISSION_CONTENT_HASH" ]; }

# savepoint_of RUN: prints the savepoint that the run was stopped with, or nothing if there was none. Fails if the REST
# endpoint does not say, which is the case if it uses TLS.
savepoint_of() {
  local response=$work_dir/checkpoints
  (
    exec 3<> "/dev/tcp/$SUBMISSION_REST_ADDRESS/$SUBMISSION_REST_PORT"
    printf 'GET /jobs/%s/checkpoints HTTP/1.0\r\nHost: %s\r\n\r\n' "$1" "$SUBMISSION_REST_ADDRESS" >&3
    timeout 30 cat <&3
  ) > "$response" 2> /dev/null || true
  grep -q '^HTTP/1.[01] 200' "$response" || return 1
  # Flink 1.11 does not tell a savepoint that stopped the run from any other.
  if grep -q '"is_savepoint":true' "$response" && ! grep -q '"checkpoint_type"' "$response"; then return 1; fi
  grep -oE '"checkpoint_type":"SYNC_SAVEPOINT","tasks":\{[^}]*\},"external_path":"[^"]*"' "$response" |
    sed -nE '1s/.*"([^"]*)"$/\1/p' || true
}

# end_run RUN
end_run() {
  if [ "$SUBMISSION_UPGRADE_MODE" = stateless ]; then
    log "cancelling $1"
    flink_client cancel "$1"
  else
    log "stopping $1 with a savepoint"
    flink_client stop "$1" | tee "$work_dir/stop" >&2
    # In a file, so that a restarted container finds the savepoint without the REST endpoint.
    sed -nE 's/^Savepoint completed\. Path: (.*)$/\1/p' "$work_dir/stop" > "$work_dir/savepoint"
  fi
  until list_runs && [[ " FINISHED CANCELED FAILED " == *" $(state_of "$1") "* ]]; do sleep 2; done
}

wait_for_cluster() {
  local attempts=0
  log "waiting for $endpoint"
  until (exec 3<> "/dev/tcp/$SUBMISSION_REST_ADDRESS/$SUBMISSION_REST_PORT") 2> /dev/null; do sleep 2; done
  until list_runs; do
    if [ $((attempts += 1)) -ge 60 ]; then fail "$endpoint does not answer"; fi
    sleep 5
  done
}

# submit ARGUMENT...: submits the job, from the last savepoint unless the upgrade mode is stateless.
#
# The job is not submitted if the same version has finished, or if its last run may have left a savepoint that is not
# known: its state would be lost.
submit() {
  local last_run last_state is_same_version=no
  local savepoint=$SUBMISSION_SAVEPOINT stopped_with='' is_savepoint_known=yes
  last_run=$(tail -n 1 "$work_dir/runs" | cut -d ' ' -f 1)
  last_state=$(state_of "$last_run")
  if is_requested_version "$last_run"; then is_same_version=yes; fi

  if [ -s "$work_dir/savepoint" ]; then
    stopped_with=$(cat "$work_dir/savepoint")
  elif [ -n "$last_run" ]; then
    stopped_with=$(savepoint_of "$last_run") || is_savepoint_known=no
  fi
  if [ "$SUBMISSION_UPGRADE_MODE" = stateless ]; then is_savepoint_known=yes; fi

  if [ "$last_state" = FINISHED ]; then
    if [ "$is_savepoint_known" = no ] && { [ "$is_same_version" = yes ] || [ -z "$savepoint" ]; }; then
      log "$last_run has ended, and $endpoint does not report whether it was stopped with a savepoint"
      fail 'set the savepoint of the job to that savepoint, or its upgrade mode to UpgradeMode.STATELESS'
    fi
    if [ -z "$stopped_with" ] && [ "$is_same_version" = yes ]; then
      log "$last_run has finished"
      exit 0
    fi
  fi

  if [ "$SUBMISSION_UPGRADE_MODE" != stateless ]; then
    savepoint=${stopped_with:-$savepoint}
    if [ -n "$last_run" ] && [ -z "$savepoint" ]; then log "$last_run is $last_state and left no savepoint"; fi
  fi

  run=$SUBMISSION_RUN_ID_PREFIX$SUBMISSION_CONTENT_HASH
  run+=$(printf %08x "$(grep -c "^$run" "$work_dir/runs" || true)")
  log "submitting $run${savepoint:+ from $savepoint}"
  if [ "$SUBMISSION_CLIENT" = flink ]; then
    flink_client run "-D\$internal.pipeline.job-id=$run" --detached ${savepoint:+--fromSavepoint "$savepoint"} "$@"
  else
    sql-client.sh -Dexecution.target=remote "${rest_options[@]}" "${client_options[@]}" \
      "-D\$internal.pipeline.job-id=$run" ${savepoint:+"-D$SUBMISSION_SAVEPOINT_OPTION=$savepoint"} "$@"
  fi
}

wait_until_running() {
  local others state
  for _ in $(seq 60); do
    if list_runs; then
      state=$(state_of "$run")
      case $state in
        RUNNING | FINISHED)
          # A pod that was replaced can have submitted after this one looked for runs.
          others=$(active_runs | grep -vx "$run" || true)
          if [ -n "$others" ]; then fail "$others was submitted at the same time"; fi
          log "$run is $state"
          return
          ;;
        FAILED | CANCELED) fail "$run is $state" ;;
      esac
    fi
    sleep 5
  done
  fail "$run is not running after five minutes"
}

enable_plugins
copy_configuration
wait_for_cluster

if [ "$SUBMISSION_JOB_STATE" = suspended ]; then
  for id in $(active_runs); do end_run "$id"; done
  log 'the job is suspended'
  exit 0
fi

run=
for id in $(active_runs); do
  if is_requested_version "$id"; then run=$id; fi
done
for id in $(active_runs); do
  if [ "$id" = "$run" ]; then continue; fi
  if [ "$SUBMISSION_UPGRADE_MODE" = fail ]; then
    fail "$id is another version of the job, and UpgradeMode.FAIL does not replace it"
  fi
  end_run "$id"
done

if [ -n "$run" ]; then log "$run is already submitted"; else submit "$@"; fi
wait_until_running
