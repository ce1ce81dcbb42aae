# Sourced by the scripts of this repository, which set `root` first. Plain POSIX shell: finds a JDK 25, compiles the
# launcher beside it when that is new, and hands over. Nothing but the JDK, find, mkdir, mv, rm and dirname is needed.

# Paths and messages are UTF-8 whatever the terminal says: without this a folder with a Chinese name is not found.
LC_ALL=C.UTF-8
export LC_ALL
unset CDPATH

# fail ENGLISH CHINESE
fail() {
  printf 'ERROR: %s\n错误：%s\n' "$1" "$2" >&2
  exit 1
}

# need COMMAND PACKAGE
need() {
  command -v "$1" >/dev/null 2>&1 ||
    fail "the command $1 is missing: install the package $2" "缺少命令 $1：请安装软件包 $2"
}

is_jdk_25() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  while IFS= read -r line; do
    case $line in
      JAVA_VERSION=\"25 | JAVA_VERSION=\"25[.\"]*) return 0 ;;
    esac
  done <"$1/release"
  return 1
}

# Sets `jdk`.
find_jdk() {
  for jdk in "${JAVA_HOME:-/nowhere}" /usr/lib/jvm/* "${HOME:-/nowhere}"/.sdkman/candidates/java/* \
      "${HOME:-/nowhere}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
      "${HOME:-/nowhere}"/Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk@25 /opt/java/* /opt/jdk*; do
    if is_jdk_25 "$jdk"; then
      return 0
    fi
  done
  # The one on the path, wherever it lives: it knows.
  if command -v java >/dev/null 2>&1; then
    jdk=$(java -XshowSettings:properties -version 2>&1 | while IFS= read -r line; do
      case $line in *' java.home = '*) printf '%s' "${line#*java.home = }" ;; esac
    done)
    if is_jdk_25 "$jdk"; then
      return 0
    fi
  fi
  return 1
}

require_jdk() {
  find_jdk || fail "no JDK 25 found: install one (such as Eclipse Temurin 25, package temurin-25-jdk) or set JAVA_HOME to it" \
    "未找到 JDK 25：请安装（例如 Eclipse Temurin 25，软件包 temurin-25-jdk），或将 JAVA_HOME 指向它"
}

# launch COMMAND [ARGUMENT]... : one of the launcher's commands; does not return.
launch() {
  need find findutils
  require_jdk
  launcher=$root/deploy/local/run/launcher.jar
  sources=$root/deploy/local/launcher/src/main/java
  if [ ! -f "$launcher" ] || [ -n "$(find "$sources" -newer "$launcher")" ]; then
    fresh=$launcher.$$
    mkdir -p "$fresh" || fail "the folder $root/deploy/local/run cannot be written" "无法写入文件夹 $root/deploy/local/run"
    # Not under its name before it is whole: two commands may do this at once.
    find "$sources" -name '*.java' ! -name package-info.java \
      -exec "$jdk/bin/javac" -encoding UTF-8 -proc:none -nowarn -d "$fresh" {} + &&
      "$jdk/bin/jar" --create --file "$fresh.jar" -C "$fresh" . && mv -f "$fresh.jar" "$launcher" ||
      { rm -rf "$fresh" "$fresh.jar"; fail "the launcher could not be compiled, see above" "启动器编译失败，请查看上方输出"; }
    rm -rf "$fresh"
  fi
  exec "$jdk/bin/java" -Xmx128m -Xshare:auto -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dstdout.encoding=UTF-8 \
    -Dstderr.encoding=UTF-8 "-Dgendan.root=$root" -cp "$launcher" io.gendan.local.launcher.Launcher "$@"
}
