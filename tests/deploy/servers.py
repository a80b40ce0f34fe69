"""Real servers on ports of their own, for as long as a test needs them."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.support.missing import do_without

MODULE = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
DEBIAN = {
    "nginx": "nginx-light libnginx-mod-http-brotli-static",
    "sshd": "openssh-server",
    "rsync": "rsync",
    "openssl": "openssl",
    "git": "git",
}


def program(name: str) -> str:
    """The path of a program; the test ends here where the machine lacks it."""
    path = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin:/sbin")
    if not path:
        do_without(f"There is no {name}. On Debian and Ubuntu: sudo apt install {DEBIAN[name]}")
    return path


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def running(command: list[str], port: int, log: Path, **options) -> Iterator[subprocess.Popen]:
    """A server that answers at `port` of 127.0.0.1, and is ended afterwards."""
    with (
        log.open("w") as output,
        subprocess.Popen(command, stdout=output, stderr=output, **options) as process,
    ):
        try:
            _wait(process, port, log)
            yield process
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


def _wait(server: subprocess.Popen, port: int, log: Path) -> None:
    while server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError(log.read_text())


def certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for localhost that whoever trusts the file trusts, and its key."""
    key, certificate_file = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        [program("openssl"), "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key, "-out", certificate_file],
        check=True,
        capture_output=True,
    )  # fmt: skip
    return certificate_file, key


def nginx_command(folder: Path, site_configuration: str) -> list[str]:
    """How to start an nginx that keeps all its files in `folder`."""
    folder.mkdir(exist_ok=True)
    if not MODULE.exists():
        do_without(f"nginx lacks Brotli. On Debian and Ubuntu: sudo apt install {DEBIAN['nginx']}")
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )  # fmt: skip
    (folder / "site.conf").write_text(site_configuration)
    (folder / "nginx.conf").write_text(
        f"load_module {MODULE};\n{'user root;' if os.geteuid() == 0 else ''}\nworker_processes 2;\n"
        f"daemon off;\npid {folder}/pid;\nerror_log {folder}/error.log;\nevents {{}}\n"
        f"http {{ access_log off; {temporary} include {folder}/site.conf; }}\n"
    )
    return [program("nginx"), "-e", f"{folder}/error.log", "-c", f"{folder}/nginx.conf"]


@contextmanager
def sshd(folder: Path) -> Iterator[str]:
    """A real sshd that lets us in; gives the command that reaches it, for the variable SSH."""
    folder.mkdir(exist_ok=True)
    for name in ("host", "user"):
        subprocess.run(
            ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / name], check=True
        )
    port, user = free_port(), folder / "user.pub"
    (folder / "authorized").write_text(user.read_text())
    (folder / "config").write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {folder}/host\nPidFile none\n"
        f"AuthorizedKeysFile {folder}/authorized\nStrictModes no\nUsePAM no\n"
        "PermitRootLogin yes\nPasswordAuthentication no\nMaxStartups 100\n"
    )
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    command = [program("sshd"), "-D", "-e", "-f", str(folder / "config")]
    # A socket's path has at most 107 bytes: https://man7.org/linux/man-pages/man7/unix.7.html
    with TemporaryDirectory() as sockets, running(command, port, folder / "log"):
        trust = (
            f"-o StrictHostKeyChecking=no -o UserKnownHostsFile={folder}/known -o LogLevel=ERROR"
        )
        shared = f"-o ControlMaster=auto -o ControlPersist=30 -o ControlPath={sockets}/%C"
        yield f"ssh -p {port} -i {folder}/user {trust} {shared}"
