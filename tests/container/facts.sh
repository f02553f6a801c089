#!/bin/sh
# Prints what a container may do, as seen from inside: a name and a value a
# line. Limits stand in the files of cgroups version 2 or of version 1.

first_line() {
  for file in "$@"; do
    [ -r "$file" ] && head -n 1 "$file" && return
  done
  echo unknown
}

can_write() {
  if (: >"$1/probe") 2>/dev/null; then
    rm "$1/probe"
    echo yes
  else
    echo no
  fi
}

cgroup=/sys/fs/cgroup
echo "user $(id -u):$(id -g)"
sed -n 's/^\(Cap[A-Z][a-z]*\|NoNewPrivs\):\s*/\1 /p' /proc/1/status
sed -n 's/^\S* \S* \S* \S* \/ \([a-z]*\),.*/root \1/p' /proc/self/mountinfo
echo "writes-root $(can_write "")"
echo "writes-programs $(can_write /usr/local/bin)"
echo "writes-tmp $(can_write /tmp)"
echo "memory $(first_line $cgroup/memory.max \
  $cgroup/memory/memory.limit_in_bytes)"
echo "pids $(first_line $cgroup/pids.max $cgroup/pids/pids.max)"
sed -n 's/^Max open files *\([0-9]*\) *\([0-9]*\) .*/files \1 \2/p' \
  /proc/1/limits
