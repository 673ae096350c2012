/**
 * Submits a job to a session cluster and keeps one run of it: bash and the client of the Flink distribution, which every image has.
 *
 * The id of a run is made of 16 digits that stand for the names of cluster and job, 8 for what is run, and 8 that count: Flink takes no id a
 * second time once a job has ended under it. So the runs of the job are found among all others, and whether one of them is what is wanted.
 */
export const SUBMISSION_SCRIPT = `set -euo pipefail
# What the job is comes as arguments, and nothing of it is read by this shell.
address=$1 port=$2 names=$3 content=$4 state=$5 upgrade=$6 savepoint=$7 program=$8 shared=$9
shift 9
client=("\${@:1:shared}")
shift "$shared"
work=/tmp/flink-submission
mkdir -p "$work"

say() { echo "submission: $*" >&2; }
client_of() { flink "$1" -t remote -Drest.address="$address" -Drest.port="$port" "\${client[@]}" "\${@:2}"; }

# Flink reads its configuration where it lies; the client has its own file for logging.
if [ -d /opt/flink/cluster-conf ]; then
  export FLINK_CONF_DIR=$work/flink-conf
  mkdir -p "$FLINK_CONF_DIR"
  cp -L /opt/flink/cluster-conf/* "$FLINK_CONF_DIR"
  if [ -f "$FLINK_CONF_DIR/log4j-console.properties" ]; then
    cp "$FLINK_CONF_DIR/log4j-console.properties" "$FLINK_CONF_DIR/log4j-cli.properties"
  fi
fi

# The runs of this job that the cluster knows, oldest first: id and state.
list() {
  client_of list -a > "$work/all"
  sed -nE "s/^[0-9. :]+ : ($names[0-9a-f]{16}) : .* \\(([A-Z]+)\\)\\$/\\1 \\2/p" "$work/all" > "$work/runs"
}
running() { awk '$2 !~ /^(FINISHED|CANCELED|FAILED)$/ { print $1 }' "$work/runs"; }
state_of() { awk -v id="$1" '$1 == id { print $2 }' "$work/runs"; }

# The savepoint that a run was stopped with, as far as the cluster remembers it; asked without TLS, which no shell speaks.
savepoint_of() {
  { exec 3<> "/dev/tcp/$address/$port"; } 2> /dev/null || return 0
  printf 'GET /jobs/%s/checkpoints HTTP/1.0\\r\\nHost: %s\\r\\n\\r\\n' "$1" "$address" >&3
  timeout 30 cat <&3 | grep -oE '"checkpoint_type":"SYNC_SAVEPOINT","tasks":\\{[^}]*\\},"external_path":"[^"]*"' | sed -nE '1s/.*"([^"]*)"$/\\1/p' || true
  exec 3>&-
}

end_run() {
  if [ "$upgrade" = stateless ]; then
    say "cancelling $1"
    client_of cancel "$1"
    until list && [[ " FINISHED CANCELED FAILED " == *" $(state_of "$1") "* ]]; do sleep 2; done
  else
    say "stopping $1 with a savepoint"
    client_of stop "$1" | tee "$work/stop" >&2
    sed -nE 's/.*Savepoint completed\\. Path: (.*)$/\\1/p' "$work/stop" > "$work/savepoint"
  fi
}

say "waiting for $address:$port"
until (exec 3<> "/dev/tcp/$address/$port") 2> /dev/null; do sleep 2; done
until list; do sleep 5; done

if [ "$state" = suspended ]; then
  for id in $(running); do end_run "$id"; done
  say 'the job does not run'
  exit 0
fi

for id in $(running); do
  if [ "\${id:16:8}" = "$content" ]; then
    say "$id runs already"
    exit 0
  fi
done
for id in $(running); do
  if [ "$upgrade" = fail ]; then
    say "$id runs and is another version of the job; its upgrade mode leaves it alone"
    exit 1
  fi
  end_run "$id"
done

# What was stopped before goes on from where it stopped; what has finished by itself is not run again.
last=$(tail -n 1 "$work/runs" | cut -d ' ' -f 1)
stopped=
if [ -s "$work/savepoint" ]; then stopped=$(cat "$work/savepoint"); elif [ -n "$last" ]; then stopped=$(savepoint_of "$last"); fi
if [ -z "$stopped" ] && [ "\${last:16:8}" = "$content" ] && [ "$(state_of "$last")" = FINISHED ]; then
  say "$last has finished"
  exit 0
fi
if [ "$upgrade" != stateless ]; then savepoint=\${stopped:-$savepoint}; fi

id=$names$content$(printf %08x "$(grep -c "^$names$content" "$work/runs" || true)")
say "submitting $id\${savepoint:+ from $savepoint}"
client+=("-D\\$internal.pipeline.job-id=$id")
if [ "$program" = run ]; then
  client_of run --detached \${savepoint:+--fromSavepoint "$savepoint"} "$@"
else
  sql-client.sh -Dexecution.target=remote -Drest.address="$address" -Drest.port="$port" "\${client[@]}" \${savepoint:+"-D$program=$savepoint"} "$@"
fi

for _ in $(seq 60); do
  list
  case $(state_of "$id") in
    RUNNING | FINISHED) say "$id is $(state_of "$id")"; exit 0 ;;
    FAILED | CANCELED) say "$id is $(state_of "$id")"; exit 1 ;;
  esac
  sleep 5
done
say "$id does not run after five minutes"
exit 1
`;
