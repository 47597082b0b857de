#!/usr/bin/env bash
# How much faster two workers are than one, on this machine: 24 runs of about 5 s each, by one and by
# two worker processes of one thread, in turn. A worker that starts needs some seconds until its code
# is compiled; with two of them on two processors the compilers take these from the runs.
# speed.sh [ROUNDS [FOLDER]]: 2 rounds; results go to the folder, or to a temporary one.
# Prints for each round the wall times and their ratio; the ratio of the runs a second once each
# process has done two; and the mean number of runs under way with two workers, from the first launch
# to the last end: 2 means that no worker ever idled. The ratios are meaningful on an idle machine
# alone, the mean number on a busy one as well.

root=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
rounds=${1:-2}
out=${2:-$(mktemp -d)}
master=spark://127.0.0.1:${RPUSIM_SPARK_PORT:-7077}
sweep=(sweep --workload mlp-digits --epochs "${RPUSIM_EPOCHS:-700}" --vary adc.bits=7,9 --seeds 12
  --spark "$master")

# wall FOLDER: seconds from the beginning of the first run to the end of the last.
wall() {
  sed -n 's/.*"wallSeconds" : \([0-9.]*\).*/\1/p' "$1/wallclock.json"
}

# tasks NAME: begin and end of each run in ms, the first to end first.
tasks() {
  find "$out/$1-events" -type f ! -name '.*' -exec sed -n \
    's/.*SparkListenerTaskEnd.*"Launch Time":\([0-9]*\).*"Finish Time":\([0-9]*\).*/\1 \2/p' {} + |
    sort -n -k 2
}

# under_way NAME: time of all runs over the time from the first launch to the last end.
under_way() {
  tasks "$1" | awk 'NR == 1 { first = $1 }
      { sum += $2 - $1; if ($1 < first) first = $1; last = $2 }
      END { printf "%.2f", sum / (last - first) }'
}

# warm NAME WORKERS: runs a second behind the first two of each process.
warm() {
  tasks "$1" | awk -v skip=$((2 * $2)) 'NR == skip { first = $2 }
      END { printf "%.4f", 1000 * (NR - skip) / ($2 - first) }'
}

# ratio A B
ratio() {
  awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'
}

# measure NAME WORKERS
measure() {
  mkdir -p "$out/$1-events"
  "$root"/rpusim "${sweep[@]}" --spark-set "spark.cores.max=$2" \
    --spark-set spark.eventLog.enabled=true --spark-set "spark.eventLog.dir=file://$out/$1-events" \
    --spark-set spark.eventLog.compress=false --out "$out/$1" >"$out/$1.txt" || exit 1
}

mkdir -p "$out" && out=$(cd -P "$out" && pwd)
"$root"/rpusim sweep --workload mlp-digits --epochs 1 --samples 10 --vary adc.bits=6,7 --quiet \
  --spark 'local[1]' --out "$out/first" >"$out/first.txt" || exit 1
trap '"$root"/cluster/standalone.sh stop' EXIT
"$root"/cluster/standalone.sh start 2 || exit 1
for ((round = 1; round <= rounds; round++)); do
  measure "one$round" 1
  measure "two$round" 2
  cmp "$out/one$round/points.csv" "$out/two$round/points.csv" || exit 1
  one=$(wall "$out/one$round") two=$(wall "$out/two$round")
  printf 'one worker %s s, two workers %s s, ratio %s; ' "$one" "$two" "$(ratio "$one" "$two")"
  one=$(warm "one$round" 1) two=$(warm "two$round" 2)
  printf 'once warm %s and %s runs a second, ratio %s; ' "$one" "$two" "$(ratio "$two" "$one")"
  printf '%s runs under way with two\n' "$(under_way "two$round")"
done
