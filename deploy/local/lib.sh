# Shared by the scripts of this folder; they source it after `set -euo pipefail`.
# Needs bash 5, ps and a JDK 25; Maven only when something has to be built.

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
root=$(cd "$here/../.." && pwd -P)

version=0.1.0-SNAPSHOT
all_services=(order review fulfillment logistics billing aftersales)
# GENDAN_SERVICES leaves some out, for instance the one that runs in your IDE.
read -r -a services <<<"${GENDAN_SERVICES-${all_services[*]}}"
processes=(broker store edge "${services[@]}")

# Two systems can stand beside each other: give the second a GENDAN_PORT_BASE, and a GENDAN_HOME for its data and logs.
place() {
  home=$1
  local base=$2
  run=$home/run
  data=$home/data
  declare -gA port
  if [[ -n $base ]]; then
    port=([broker]=$((base + 12)) [store]=$((base + 17)))
  else
    base=8080
    port=([broker]=9092 [store]=27017)
  fi
  port[edge]=$base
  local i
  for i in "${!all_services[@]}"; do
    port[${all_services[i]}]=$((base + 1 + i))
  done
}
GENDAN_HOME=${GENDAN_HOME:-$here${GENDAN_PORT_BASE:+/run/at-$GENDAN_PORT_BASE}}
mkdir -p "$GENDAN_HOME"
place "$(cd "$GENDAN_HOME" && pwd -P)" "${GENDAN_PORT_BASE:-}"

# Unpacked applications and their start-up caches belong to the build, not to one system.
apps=$here/run/app

say() { printf '%s\n' "$*"; }

# fail ENGLISH CHINESE
fail() {
  printf 'ERROR: %s\n错误：%s\n' "$1" "$2" >&2
  exit 1
}

require_process_name() {
  local known
  for known in "${processes[@]}"; do
    [[ ${1:-} == "$known" ]] && return
  done
  fail "name one of: ${processes[*]}" "请指定其中之一：${processes[*]}"
}

# ---- Java ------------------------------------------------------------------------------------------------------------

java_25() {
  local candidate
  for candidate in ${JAVA_HOME:+"$JAVA_HOME"} /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
      /opt/homebrew/opt/openjdk@25 /opt/java/* /opt/jdk*; do
    if [[ -x $candidate/bin/java ]] && grep -qs '^JAVA_VERSION="25[."]' "$candidate/release"; then
      say "$candidate/bin/java"
      return
    fi
  done
  return 1
}

find_java() {
  java=$(java_25) || fail "no JDK 25 found: install one (such as Temurin 25) or set JAVA_HOME to it" \
    "未找到 JDK 25：请安装（例如 Temurin 25），或将 JAVA_HOME 指向它"
}

# ---- Build -----------------------------------------------------------------------------------------------------------

module_of() {
  case $1 in
    broker | store | edge) say "deploy/local/$1" ;;
    *) say "$1-service" ;;
  esac
}

jar_of() {
  case $1 in
    broker | store) say "$root/deploy/local/$1/target/gendan-local-$1-$version-exec.jar" ;;
    edge) say "$root/deploy/local/edge/target/gendan-local-edge-$version.jar" ;;
    *) say "$root/$1-service/target/gendan-$1-service-$version.jar" ;;
  esac
}

# Missing, or older than any of its sources.
must_build() {
  local jar module
  jar=$(jar_of "$1")
  module=$root/$(module_of "$1")
  [[ -f $jar ]] || return 0
  local sources=("$root/pom.xml" "$module/pom.xml" "$module/src/main")
  [[ $module == *-service ]] && sources+=("$root"/common-events/{contract,stage,messaging}/{pom.xml,src/main})
  [[ -n $(find "${sources[@]}" -type f -newer "$jar" -print -quit 2>/dev/null) ]]
}

build_what_is_missing() {
  local name modules=()
  for name in "$@"; do
    if must_build "$name"; then
      modules+=("$(module_of "$name")")
    fi
  done
  ((${#modules[@]})) || return 0
  local maven=${GENDAN_MAVEN:-mvn}
  command -v "${maven%% *}" >/dev/null || fail "Maven is needed to build: install Maven 3.8 or newer" \
    "构建需要 Maven：请安装 Maven 3.8 或更高版本"
  say "building ${modules[*]} …"
  local list
  list=$(IFS=,; say "${modules[*]}")
  # shellcheck disable=SC2086 # the command may carry options
  (cd "$root" && $maven -B -ntp -q -Dstyle.color=never -Dmaven.test.skip=true -pl "$list" -am package) ||
    fail "the build failed, see above" "构建失败，请查看上方输出"
}

app_cache() { say "$apps/$1/app.aot"; }

# An unpacked jar starts faster, and only an unpacked one can have a start-up cache.
unpack() {
  local jar new=$apps/$1.new
  jar=$(jar_of "$1")
  if [[ ! -f $apps/$1/unpacked || $jar -nt $apps/$1/unpacked ]]; then
    rm -rf "${apps:?}/$1" "$new"
    mkdir -p "$new"
    case $1 in
      broker | store)
        # Spring Boot's own way needs Spring inside the jar, and these two have none.
        (cd "$new" && "${java%java}jar" xf "$jar" BOOT-INF/lib META-INF/MANIFEST.MF)
        mv "$new/BOOT-INF/lib" "$new/lib"
        cp "${jar/-exec.jar/.jar}" "$new/app.jar"
        sed -n 's/^Start-Class: *\([^[:space:]]*\).*/\1/p' "$new/META-INF/MANIFEST.MF" >"$new/main"
        ;;
      *)
        "$java" -Djarmode=tools -jar "$jar" extract --force --destination "$new" >/dev/null
        mv "$new/$(basename "$jar")" "$new/app.jar"
        ;;
    esac
    touch "$new/unpacked"
    mv "$new" "$apps/$1"
  fi
}

# The jars are named one by one in a fixed order: a start-up cache holds for exactly one class path.
launch_of() {
  local jars
  case $1 in
    broker | store)
      jars=("$apps/$1/app.jar" "$apps/$1/lib"/*.jar)
      launch=(-cp "$(IFS=:; say "${jars[*]}")" "$(<"$apps/$1/main")")
      ;;
    *) launch=(-jar "$apps/$1/app.jar") ;;
  esac
}

# One at a time builds, unpacks and trains.
lock() {
  mkdir -p "$apps"
  until mkdir "$apps/lock" 2>/dev/null; do
    local holder
    holder=$(cat "$apps/lock/pid" 2>/dev/null) || true
    if [[ -n $holder ]] && ! kill -0 "$holder" 2>/dev/null; then
      rm -rf "$apps/lock"
    fi
    sleep 0.2
  done
  say $$ >"$apps/lock/pid"
  trap 'rm -rf "$apps/lock"' EXIT
}

unlock() {
  rm -rf "$apps/lock"
  trap - EXIT
}

# ---- Ports -----------------------------------------------------------------------------------------------------------

listening() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

holder_of() {
  if command -v lsof >/dev/null; then
    lsof -nP -iTCP:"$1" -sTCP:LISTEN 2>/dev/null | awk 'NR == 2 { print " by " $1 ", process " $2 }'
  elif command -v ss >/dev/null; then
    ss -Hltnp "sport = :$1" 2>/dev/null | sed -n '1s/.*(("\([^"]*\)",pid=\([0-9]*\).*/ by \1, process \2/p'
  fi
}

require_free_port() {
  if listening "${port[$1]}"; then
    local holder
    holder=$(holder_of "${port[$1]}")
    fail "port ${port[$1]} for $1 is taken$holder; stop that, or set GENDAN_PORT_BASE" \
      "$1 需要的端口 ${port[$1]} 已被占用${holder/ by /：}；请停止占用者，或设置 GENDAN_PORT_BASE"
  fi
}

# http PORT METHOD PATH BODY [HEADER]... : prints head and body of the answer; waits 5 s at most for each line.
http() {
  local http_port=$1 method=$2 path=$3 body=$4
  shift 4
  (
    exec 3<>"/dev/tcp/127.0.0.1/$http_port" || exit 1
    printf '%s\r\n' "$method $path HTTP/1.0" 'Host: localhost' "Content-Length: ${#body}" "$@" >&3
    printf '\r\n%s' "$body" >&3
    local line
    while IFS= read -r -t 5 line <&3; do
      printf '%s\n' "$line"
    done
    printf '%s' "$line"
  ) 2>/dev/null
}

healthy() {
  case $1 in
    broker | store) listening "${port[$1]}" ;;
    *) [[ $(http "${port[$1]}" GET /actuator/health/readiness "") == HTTP/1.?\ 200* ]] ;;
  esac
}

# ---- Processes -------------------------------------------------------------------------------------------------------

log_of() { say "$run/logs/$1.log"; }

marker() { say "-Dgendan.process=$1@$home"; }

# Prints the process id, if the process in the pid file lives and is ours.
pid_of() {
  local pid command
  [[ -f $run/$1.pid ]] && pid=$(<"$run/$1.pid") && [[ -n $pid ]] || return 1
  command=$(ps -ww -p "$pid" -o args= 2>/dev/null) || return 1
  [[ $command == *"$(marker "$1") "* ]] || return 1
  say "$pid"
}

java_options_of() {
  # Measured on 2 cores: the quick compiler alone halves the processor time of a start and needs less memory, and over a
  # few thousand orders the services gain nothing from the optimising one. The store does: it halves its work.
  local own=(-XX:TieredStopAtLevel=1 -XX:MinHeapFreeRatio=15 -XX:MaxHeapFreeRatio=40)
  case $1 in
    broker) own=(-Xms64m -Xmx256m) ;;
    store) own=(-Xms288m -Xmx320m -XX:NewSize=160m -XX:MaxDirectMemorySize=64m) ;;
    order) own+=(-Xms48m -Xmx144m) ;;
    *) own+=(-Xms48m -Xmx112m) ;;
  esac
  java_options=("${own[@]}" -Xss512k -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:ReservedCodeCacheSize=96m
    -XX:TrimNativeHeapInterval=5000 -XX:+ExitOnOutOfMemoryError -XX:+UnlockDiagnosticVMOptions -Dfile.encoding=UTF-8
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
  # shellcheck disable=SC2206 # several options in one variable
  java_options+=(${GENDAN_JAVA_OPTIONS:-})
}

arguments_of() {
  local name
  case $1 in
    broker | store) arguments=("$data/$1" "${port[$1]}") ;;
    edge)
      arguments=("--server.port=${port[edge]}" "--gendan.idp.issuer=http://localhost:${port[edge]}"
        "--gendan.idp.key-file=$data/idp-key.json"
        "--gendan.idp.redirect-uris=http://localhost:${port[edge]}/desk/login,http://127.0.0.1:${port[edge]}/desk/login")
      for name in "${all_services[@]}"; do
        arguments+=("--gendan.gateway.services.$name.uri=http://127.0.0.1:${port[$name]}")
      done
      ;;
    *)
      arguments=("--server.port=${port[$1]}" --server.address=127.0.0.1
        "--spring.kafka.bootstrap-servers=127.0.0.1:${port[broker]}"
        "--spring.cloud.stream.kafka.binder.brokers=127.0.0.1:${port[broker]}"
        "--spring.mongodb.uri=mongodb://127.0.0.1:${port[store]}/$1"
        "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://127.0.0.1:${port[edge]}/oauth2/jwks"
        "--gendan.security.issuer=http://localhost:${port[edge]}"
        "--gendan.topics.partitions=${GENDAN_PARTITIONS:-4}" --gendan.topics.replicas=1
        --gendan.topics.min-in-sync-replicas=1)
      # shellcheck disable=SC2206 # several arguments in one variable
      arguments+=(${GENDAN_SERVICE_ARGUMENTS:-})
      ;;
  esac
}

# start NAME [record]: with its start-up cache when there is one; `record` makes a new one when the process ends.
start() {
  local java_options launch arguments cache log
  java_options_of "$1"
  launch_of "$1"
  arguments_of "$1"
  cache=$(app_cache "$1")
  if [[ ${2:-} == record ]]; then
    # Without recorded profiles: they would set the optimising compiler to work while everything starts at once.
    java_options+=("-XX:AOTCacheOutput=$cache.new" -XX:-AOTRecordTraining)
  elif [[ -f $cache && ${GENDAN_AOT:-on} == on ]]; then
    # The JVM warns about every piece of a cache that it leaves out; that is no news for anybody.
    # Mapped where it was made for, most of it stays shared with the file instead of being copied.
    java_options+=("-XX:AOTCache=$cache" -XX:ArchiveRelocationMode=0 -Xlog:disable -Xlog:all=error)
  fi
  mkdir -p "$run/logs" "$data"
  log=$(log_of "$1")
  [[ ! -f $log ]] || mv "$log" "$log.previous"
  (
    cd "$run"
    # The terminal's Ctrl-C and its end are none of the process's business.
    trap '' INT HUP
    export MALLOC_ARENA_MAX=2
    exec "$java" "$(marker "$1")" "${java_options[@]}" "${launch[@]}" "${arguments[@]}" \
      >"$log" 2>&1 </dev/null
  ) &
  say $! >"$run/$1.pid"
  disown $!
}

# stop SECONDS NAME... : all at once, in order first, by force when the time is over.
stop() {
  local patience=$1 name pid
  shift
  local -A alive=()
  for name in "$@"; do
    if pid=$(pid_of "$name"); then
      alive[$name]=$pid
      kill -TERM "$pid" 2>/dev/null || true
    fi
  done
  local deadline=$((SECONDS + patience))
  while ((${#alive[@]})); do
    for name in "${!alive[@]}"; do
      if ! pid_of "$name" >/dev/null; then
        unset "alive[$name]"
      elif ((SECONDS >= deadline)); then
        say "$name does not end by itself, killing it"
        kill -KILL "${alive[$name]}" 2>/dev/null || true
      fi
    done
    ((${#alive[@]} == 0)) || sleep 0.1
  done
  for name in "$@"; do
    rm -f "$run/$name.pid"
  done
}

stop_all() {
  local patience=${1:-20}
  stop "$patience" edge "${services[@]}"
  stop "$patience" broker store
}

why_not() {
  say "--- last lines of $(log_of "$1")" >&2
  tail -n 25 "$(log_of "$1")" >&2 || true
}

# await SECONDS NAME... : until all are healthy.
await() {
  local deadline=$((SECONDS + $1)) name
  shift
  local -A waiting=()
  for name in "$@"; do
    waiting[$name]=yes
  done
  while ((${#waiting[@]})); do
    for name in "${!waiting[@]}"; do
      if healthy "$name"; then
        [[ -n ${quiet:-} ]] || printf '  %-12s up on port %s\n' "$name" "${port[$name]}"
        unset "waiting[$name]"
      elif ! kill -0 "$(<"$run/$name.pid")" 2>/dev/null; then
        why_not "$name"
        fail "$name ended while starting, see above" "$name 启动失败，请查看上方日志"
      elif ((SECONDS >= deadline)); then
        why_not "$name"
        fail "$name is not ready in time, see above" "$name 未能按时就绪，请查看上方日志"
      fi
    done
    ((${#waiting[@]} == 0)) || sleep 0.2
  done
}

# ---- Start-up caches -------------------------------------------------------------------------------------------------

free_port_base() {
  local base offset
  for base in 28080 31080 34080 37080 40080; do
    for offset in {0..17}; do
      ! listening $((base + offset)) || continue 2
    done
    say "$base"
    return
  done
  return 1
}

# A short run of a system of its own, with a few requests, teaches the JVM what each process loads when it starts.
train() {
  local base name
  base=$(free_port_base) || return 1
  say "preparing a fast start for $* (once after a build, 1 to 3 minutes) …"
  place "$here/run/training" "$base"
  rm -rf "$home"
  trap 'stop_all 5; rm -rf "$here/run/training"' EXIT
  trap 'exit 130' INT TERM
  quiet=yes
  for name in "${processes[@]}"; do
    if [[ " $* " == *" $name "* ]]; then
      start "$name" record
    else
      start "$name"
    fi
  done
  await 600 "${processes[@]}"
  exercise
  # One after the other: each writes its cache when it ends, which takes memory and both cores.
  for name in edge "${services[@]}" broker store; do
    stop 120 "$name"
    [[ ! -f $(app_cache "$name").new ]] || mv "$(app_cache "$name").new" "$(app_cache "$name")"
  done
}

exercise() {
  local name token path
  token=$(http "${port[edge]}" POST /oauth2/token grant_type=client_credentials \
    'Content-Type: application/x-www-form-urlencoded' \
    "Authorization: Basic $(printf 'chen.general-manager:demo' | base64)" |
    sed -n 's/.*"access_token":"\([^"]*\)".*/\1/p')
  for name in "${services[@]}"; do
    for path in /actuator/health /v3/api-docs /api/dead-letters; do
      http "${port[edge]}" GET "/services/$name$path" "" "Authorization: Bearer $token" >/dev/null || true
    done
  done
  for path in orders reviews fulfillments shipments billings aftersales; do
    http "${port[edge]}" GET "/api/$path" "" "Authorization: Bearer $token" >/dev/null || true
  done
}

make_start_caches() {
  [[ ${GENDAN_AOT:-on} == on ]] || return 0
  local name untrained=()
  for name in "${processes[@]}"; do
    [[ -f $(app_cache "$name") ]] || untrained+=("$name")
  done
  ((${#untrained[@]})) || return 0
  local outcome=0
  (train "${untrained[@]}") || outcome=$?
  ((outcome != 130)) || exit 130
  ((outcome == 0)) || say "no start-up cache this time; the start takes longer"
}
