#!/usr/bin/env bash
# A Spark cluster of this machine or of several, from the jars that Maven has fetched.
#   standalone.sh start [N]             a master and N workers (2) on this machine
#   standalone.sh worker spark://H:P    one more worker, on this machine or another
#   standalone.sh stop                  ends what was started here
# Settings: RPUSIM_SPARK_HOST (127.0.0.1; the name by which other machines reach this one),
# RPUSIM_SPARK_PORT (7077), RPUSIM_WORKER_CORES (1), RPUSIM_WORKER_MEMORY (2g), JAVA_HOME.

folder=$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd)
home=$folder/target/spark
state=$folder/target/standalone
host=${RPUSIM_SPARK_HOST:-127.0.0.1}
port=${RPUSIM_SPARK_PORT:-7077}

fail() {
  printf '%s\n' "$@" >&2
  exit 2
}

[ -d "$home/jars" ] || fail "There is no Spark in $home." \
  "Maybe run a sweep with --spark local[2] first, or: mvn -Pcluster -DskipTests -pl cluster -am package"

# is_java FOLDER: whether it is a JDK or JRE that is new enough, by its release file.
is_java() {
  local version
  [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
  version=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$1/release")
  [ -n "$version" ] && [ "$version" -ge 25 ]
}

# As the launcher rpusim looks for it. Workers start the processes of a sweep with the same.
find_java() {
  local home
  for home in "$RPUSIM_JAVA_HOME" "$JAVA_HOME" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$home" ] && is_java "$home"; then
      export JAVA_HOME=$home
      return
    fi
  done
  home=$("${JAVA_HOME:-/nowhere}/bin/java" -XshowSettings:properties -version 2>&1 ||
    java -XshowSettings:properties -version 2>&1)
  home=$(printf '%s\n' "$home" | sed -n 's/^ *java.home = //p')
  [ -n "$home" ] && is_java "$home" || fail "There is no Java 25 or later in JAVA_HOME, on the PATH \
or in the usual places." "Maybe set JAVA_HOME to the folder of a JDK 25."
  export JAVA_HOME=$home
}

find_java
options=()
while IFS= read -r line; do
  case $line in
    '' | '#'*) ;;
    *) options+=("$line") ;;
  esac
done <"$folder/src/main/jvm/spark.options"

# Spark looks for jars/ where a file RELEASE is.
mkdir -p "$state" && [ -f "$home/RELEASE" ] || printf 'Spark from Maven\n' >"$home/RELEASE"
export SPARK_HOME=$home SPARK_SCALA_VERSION=2.13 SPARK_LOCAL_IP=$host

# launch NAME CLASS ARGUMENTS…: in the background; its number is noted.
launch() {
  local name=$1
  shift
  : >"$state/$name.log" # there before anyone looks into it
  nohup "$JAVA_HOME/bin/java" -Xmx512m -Dspark.deploy.maxExecutorRetries=-1 "${options[@]}" -cp "$home/jars/*" \
    "$@" >"$state/$name.log" 2>&1 </dev/null &
  printf '%s\n' $! >"$state/$name.pid"
  printf '%s (process %s), log in %s\n' "$name" $! "$state/$name.log"
}

# wait_for NAME WORDS: until the log says so.
wait_for() {
  local second
  for second in {1..60}; do
    grep -q "$2" "$state/$1.log" && return
    kill -0 "$(cat "$state/$1.pid")" 2>/dev/null || break
    sleep 1
  done
  fail "$1 did not start; $state/$1.log says why."
}

start_worker() {
  local number=1
  while [ -e "$state/worker$number.pid" ]; do number=$((number + 1)); done
  launch "worker$number" org.apache.spark.deploy.worker.Worker --host "$host" \
    --cores "${RPUSIM_WORKER_CORES:-1}" --memory "${RPUSIM_WORKER_MEMORY:-2g}" \
    --webui-port 0 --work-dir "$state/work" "$1"
  wait_for "worker$number" 'Successfully registered with master'
}

case $1 in
  start)
    [ ! -e "$state/master.pid" ] || fail "A cluster was started here already." \
      "Maybe end it first: $0 stop"
    launch master org.apache.spark.deploy.master.Master --host "$host" --port "$port" --webui-port 0
    wait_for master 'New state: ALIVE'
    for ((n = 0; n < ${2:-2}; n++)); do start_worker "spark://$host:$port"; done
    printf 'the cluster is spark://%s:%s\n' "$host" "$port"
    ;;
  worker)
    case $2 in
      spark://*) start_worker "$2" ;;
      *) fail "Which master? It is spark://HOST:PORT." "Maybe spark://$host:$port is meant." ;;
    esac
    ;;
  stop)
    for file in "$state"/worker*.pid "$state"/master.pid; do
      [ -f "$file" ] || continue
      kill "$(cat "$file")" 2>/dev/null
      rm -f "$file"
    done
    ;;
  *) fail "$0 start [N] | worker spark://HOST:PORT | stop" ;;
esac
