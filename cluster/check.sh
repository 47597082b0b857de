#!/usr/bin/env bash
# Shows on this machine that a sweep on a standalone cluster writes the bytes of a local one: 24
# points on two workers; then with one worker killed; then with the driver killed and resumed; then
# with a process killed, and with one that has too little memory for one of the points.
# check.sh [FOLDER]: results go there, or to a temporary folder.

root=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
out=${1:-$(mktemp -d)}
state=$root/cluster/target/standalone
port=${RPUSIM_SPARK_PORT:-7077}
master=spark://127.0.0.1:$port
sweep=(sweep --workload mlp-digits --epochs 3 --vary adc.bits=6..9 --vary dac.bits=4,5
  --seeds 3)

fail() {
  printf '%s\n' "$@" >&2
  exit 1
}

# same FOLDER [LOCAL]: whether a sweep has the bytes of the local one.
same() {
  local file local=$out/${2:-local}
  for file in sweep.yaml points.csv pareto.csv report.html; do
    cmp "$local/$file" "$out/$1/$file" || fail "$1: $file differs."
  done
  diff -rq "$local/points" "$out/$1/points" || fail "$1: points differ."
  diff -rq "$local/charts" "$out/$1/charts" || fail "$1: charts differ."
  printf '%s: all files equal\n' "$1"
}

# points_done FOLDER: how many results are there.
points_done() {
  find "$1/points" -name 'p*.json' 2>/dev/null | wc -l
}

wait_for_points() {
  until [ "$(points_done "$1")" -ge "$2" ]; do
    kill -0 "$3" 2>/dev/null || fail "the sweep ended too early."
    sleep 0.2
  done
}

rm -rf "$out"/{local,two,worker,driver,process,large,small}
mkdir -p "$out"
trap '"$root"/cluster/standalone.sh stop' EXIT
"$root"/rpusim "${sweep[@]}" --quiet --out "$out/local" >"$out/local.txt" || exit 1
"$root"/rpusim sweep --workload mlp-digits --epochs 1 --samples 10 --vary adc.bits=6,7 --quiet \
  --spark 'local[1]' --out "$(mktemp -d)/first" >"$out/first.txt" || exit 1
"$root"/cluster/standalone.sh start 2 || exit 1

"$root"/rpusim "${sweep[@]}" --spark "$master" --out "$out/two" >"$out/two.txt" || exit 1
same two

"$root"/rpusim "${sweep[@]}" --spark "$master" --out "$out/worker" >"$out/worker.txt" &
driver=$!
wait_for_points "$out/worker" 4 $driver
kill -9 "$(cat "$state/worker1.pid")" && rm "$state/worker1.pid"
wait $driver || exit 1
same worker

"$root"/cluster/standalone.sh worker "$master" || exit 1
"$root"/rpusim "${sweep[@]}" --spark "$master" --out "$out/driver" >"$out/driver.txt" &
driver=$!
wait_for_points "$out/driver" 6 $driver
kill -9 $driver
wait $driver 2>/dev/null
sleep 1
find "$out/driver/points" -name 'p*.json' -exec ls -l --time-style=full-iso {} + | sort \
  >"$out/before"
[ ! -e "$out/driver/points.csv" ] || fail "the driver ended before it was killed."
"$root"/rpusim sweep --resume --spark "$master" --out "$out/driver" >"$out/driver.txt" || exit 1
find "$out/driver/points" -name 'p*.json' -exec ls -l --time-style=full-iso {} + | sort \
  >"$out/after"
again=$(comm -23 "$out/before" "$out/after" | wc -l)
[ "$again" -eq 0 ] || fail "$again finished points ran again."
printf 'driver killed with %s points done; none ran again\n' "$(wc -l <"$out/before")"
same driver

# A process that runs points, not its worker: the worker starts another one.
"$root"/rpusim "${sweep[@]}" --spark "$master" --out "$out/process" >"$out/process.txt" &
driver=$!
wait_for_points "$out/process" 4 $driver
for worker in "$state"/worker*.pid; do
  for process in $(pgrep -P "$(cat "$worker")" -f CoarseGrainedExecutorBackend); do
    kill -9 "$process"
    break 2
  done
done
wait $driver || exit 1
same process

# One point in three needs more than the 480 MB that a process has here: it fails with its reason,
# and with more memory --resume runs it alone.
memory=(sweep --workload mlp-digits --epochs 1 --samples 10 --set chip.tiles=250
  --vary 'workload.layers[0].units=32,64,100000' --set 'workload.layers[0].devicesPerWeight=4')
"$root"/rpusim "${memory[@]}" --threads 1 --quiet --out "$out/large" >"$out/large.txt" || exit 1
"$root"/rpusim "${memory[@]}" --spark "$master" --spark-set spark.executor.memory=480m \
  --out "$out/small" >"$out/small.txt" || exit 1
grep -q OutOfMemoryError "$out/small/points.csv" || fail "small: no point ran out of memory."
[ "$(grep -c ',done,' "$out/small/points.csv")" -eq 2 ] || fail "small: not two points are done."
"$root"/rpusim sweep --resume --spark "$master" --spark-set spark.executor.memory=1800m \
  --out "$out/small" >>"$out/small.txt" || exit 1
same small large
