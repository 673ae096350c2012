/**
 * Submits a job to a session cluster and keeps one run of it: bash and the client of the Flink distribution, which every image has.
 *
 * The id of a run is made of 16 digits that stand for the names of cluster and job, 8 for what is run, and 8 that count: Flink takes no id a
 * second time once a job has ended under it. So the runs of the job are found among all others, and whether one of them is what is wanted.
 */
export const SUBMISSION_SCRIPT = `set -euo pipefail
# The first process of a container is not ended by a signal that it does not listen to, and one that is replaced must not go on.
trap 'exit 143' TERM
# What the job is comes as arguments, and nothing of it is read by this shell.
address=$1 port=$2 names=$3 content=$4 state=$5 upgrade=$6 savepoint=$7 program=$8 shared=$9
shift 9
client=("\${@:1:shared}")
shift "$shared"
work=/tmp/flink-submission
mkdir -p "$work"

say() { echo "submission: $*" >&2; }
client_of() { flink "$1" -t remote -Drest.address="$address" -Drest.port="$port" "\${client[@]}" "\${@:2}"; }

# As the image's entry point does it for others.
IFS=';' read -ra plugins <<< "\${ENABLE_BUILT_IN_PLUGINS:-}"
for jar in "\${plugins[@]}"; do
  if [ ! -f "/opt/flink/opt/$jar" ]; then say "the image has no plugin $jar"; exit 1; fi
  mkdir -p "/opt/flink/plugins/\${jar%.jar}"
  ln -sf "/opt/flink/opt/$jar" "/opt/flink/plugins/\${jar%.jar}/"
done

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
  client_of list -a > "$work/all" || return
  sed -nE "s/^[0-9. :]+ : ($names[0-9a-f]{16}) : .* \\(([A-Z]+)\\)\\$/\\1 \\2/p" "$work/all" > "$work/runs"
}
running() { awk '$2 !~ /^(FINISHED|CANCELED|FAILED)$/ { print $1 }' "$work/runs"; }
state_of() { awk -v id="$1" '$1 == id { print $2 }' "$work/runs"; }

# The savepoint that a run was stopped with, as far as the cluster remembers it; fails where it does not tell, as to everybody who asks without TLS.
savepoint_of() {
  ( exec 3<> "/dev/tcp/$address/$port"
    printf 'GET /jobs/%s/checkpoints HTTP/1.0\\r\\nHost: %s\\r\\n\\r\\n' "$1" "$address" >&3
    timeout 30 cat <&3 ) > "$work/checkpoints" 2> /dev/null || true
  grep -q '^HTTP/1.[01] 200' "$work/checkpoints" || return 1
  # Flink 1.11 does not say which savepoint it was.
  if grep -q '"is_savepoint":true' "$work/checkpoints" && ! grep -q '"checkpoint_type"' "$work/checkpoints"; then return 1; fi
  grep -oE '"checkpoint_type":"SYNC_SAVEPOINT","tasks":\\{[^}]*\\},"external_path":"[^"]*"' "$work/checkpoints" | sed -nE '1s/.*"([^"]*)"$/\\1/p' || true
}

end_run() {
  if [ "$upgrade" = stateless ]; then
    say "cancelling $1"
    client_of cancel "$1"
  else
    say "stopping $1 with a savepoint"
    client_of stop "$1" | tee "$work/stop" >&2
    sed -nE 's/^Savepoint completed\\. Path: (.*)$/\\1/p' "$work/stop" > "$work/savepoint"
  fi
  until list && [[ " FINISHED CANCELED FAILED " == *" $(state_of "$1") "* ]]; do sleep 2; done
}

say "waiting for $address:$port"
until (exec 3<> "/dev/tcp/$address/$port") 2> /dev/null; do sleep 2; done
tries=0
until list; do
  if [ $((tries += 1)) -ge 60 ]; then say "$address:$port does not answer"; exit 1; fi
  sleep 5
done

if [ "$state" = suspended ]; then
  for id in $(running); do end_run "$id"; done
  say 'the job does not run'
  exit 0
fi

wanted=
for id in $(running); do
  if [ "\${id:16:8}" = "$content" ]; then wanted=$id; fi
done
for id in $(running); do
  if [ "$id" = "$wanted" ]; then continue; fi
  if [ "$upgrade" = fail ]; then
    say "$id runs and is another version of the job; its upgrade mode leaves it alone"
    exit 1
  fi
  end_run "$id"
done

# What was stopped before goes on from where it stopped; what has finished by itself is not run again; and no state is lost because nobody knows.
submit() {
  local last ended stopped='' is_known=yes is_same=no
  last=$(tail -n 1 "$work/runs" | cut -d ' ' -f 1)
  ended=$(state_of "$last")
  if [ "\${last:16:8}" = "$content" ]; then is_same=yes; fi
  if [ -s "$work/savepoint" ]; then
    stopped=$(cat "$work/savepoint")
  elif [ -n "$last" ]; then
    stopped=$(savepoint_of "$last") || is_known=no
  fi
  if [ "$is_known$upgrade" = nostateless ]; then is_known=yes; fi
  if [ "$is_known" = no ] && [ "$ended" = FINISHED ] && { [ "$is_same" = yes ] || [ -z "$savepoint" ]; }; then
    say "$last has ended, and $address:$port does not tell whether with a savepoint: give that one as the savepoint of the job, or write UpgradeMode.STATELESS"
    exit 1
  fi
  if [ -z "$stopped" ] && [ "$is_same" = yes ] && [ "$ended" = FINISHED ]; then
    say "$last has finished"
    exit 0
  fi
  if [ "$upgrade" != stateless ]; then
    savepoint=\${stopped:-$savepoint}
    if [ -n "$last" ] && [ -z "$savepoint" ]; then say "$last is $ended, and left no savepoint"; fi
  fi
  id=$names$content$(printf %08x "$(grep -c "^$names$content" "$work/runs" || true)")
  say "submitting $id\${savepoint:+ from $savepoint}"
  client+=("-D\\$internal.pipeline.job-id=$id")
  if [ "$program" = run ]; then
    client_of run --detached \${savepoint:+--fromSavepoint "$savepoint"} "$@"
  else
    sql-client.sh -Dexecution.target=remote -Drest.address="$address" -Drest.port="$port" "\${client[@]}" \${savepoint:+"-D$program=$savepoint"} "$@"
  fi
}

id=$wanted
if [ -n "$wanted" ]; then say "$wanted is there already"; else submit "$@"; fi

for _ in $(seq 60); do
  if list; then
    case $(state_of "$id") in
      RUNNING | FINISHED)
        # A submission that was replaced, and did not know, may have been faster.
        others=$(running | grep -vx "$id" || true)
        if [ -n "$others" ]; then say "$others was submitted meanwhile"; exit 1; fi
        say "$id is $(state_of "$id")"
        exit 0 ;;
      FAILED | CANCELED) say "$id is $(state_of "$id")"; exit 1 ;;
    esac
  fi
  sleep 5
done
say "$id does not run after five minutes"
exit 1
`;
