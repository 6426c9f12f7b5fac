"""The servers that are measured beside each other, and the program that loads them. Linux; loopback only."""
import contextlib
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
REFERENCE = ROOT.parent / 'shared' / 'reference'


def free_port():
    with socket.socket() as sock:
        sock.bind(('127.0.0.1', 0))
        return sock.getsockname()[1]


def wait_for(port, process, name):
    for _ in range(600):
        if process.poll() is not None:
            raise SystemExit(f'{name} has ended with status {process.returncode}')
        with socket.socket() as sock:
            if sock.connect_ex(('127.0.0.1', port)) == 0:
                return
        time.sleep(0.05)
    raise SystemExit(f'{name} does not answer')


class Server:
    def __init__(self, name, mode, command, port, **options):
        self.name, self.mode, self.port = name, mode, port
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL, **options)
        wait_for(port, self.process, name)

    def pid(self):
        """The process that does the work: nginx has one for that."""
        children = pathlib.Path(f'/proc/{self.process.pid}/task/{self.process.pid}/children').read_text().split()
        return int(children[0]) if self.name == 'nginx' and children else self.process.pid

    def resident_mb(self):
        for line in pathlib.Path(f'/proc/{self.pid()}/status').read_text().splitlines():
            if line.startswith('VmRSS'):
                return int(line.split()[1]) / 1024

    def stop(self):
        self.process.terminate()
        self.process.wait()


class NetReader(Server):
    def __init__(self, library, java, work, **options):
        port = free_port()
        self.address = f'127.0.0.1:{port}'
        release = (pathlib.Path(java) / 'release').read_text()
        version = next(line.split('"')[1] for line in release.splitlines() if line.startswith('JAVA_VERSION='))
        self.major = int(version.split('.')[0])
        self.environment = {**os.environ, 'JAVA_HOME': str(java), **options}
        data = tempfile.mkdtemp(dir=work)
        super().__init__(f'NetReader, JDK {self.major}', 'framed',
                         [ROOT / 'netreader', 'server', '--library', library, '--data', data, '--port', str(port)],
                         port, env=self.environment)
        self.books = self.list_books(sum(len(files) for _, _, files in os.walk(library)))

    def list_books(self, count):
        """The number of each book by its file's name, when all have been read."""
        for _ in range(120):
            out = subprocess.run([ROOT / 'netreader', 'ls', '--json', '--server', self.address], env=self.environment,
                                 capture_output=True, text=True, check=True).stdout
            books = json.loads(out)['books']
            if len(books) == count and all(book['status'] != 'pending' for book in books):
                return {book['name']: str(book['id']) for book in books}
            time.sleep(0.5)
        raise SystemExit('NetReader has not read its library')


def nginx(folder, work):
    port = free_port()
    user = 'user root;' if os.geteuid() == 0 else ''
    conf = pathlib.Path(work) / 'nginx.conf'
    temporary = ' '.join(f'{kind}_temp_path {work}/{kind};' for kind in
                         ('client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'))
    conf.write_text(f'''{user} worker_processes 1; worker_rlimit_nofile 65536; daemon off;
error_log {work}/nginx.err; pid {work}/nginx.pid;
events {{ worker_connections 20000; }}
http {{ access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000; keepalive_timeout 1h; {temporary}
server {{ listen 127.0.0.1:{port} backlog=4096; root {folder}; }} }}''')
    return Server('nginx', 'http', ['nginx', '-c', conf], port)


def bare(file, java, major, work):
    """The reference's bare responder: the least that Java can do for a page."""
    source = REFERENCE / 'bench' / 'PageServer.java'
    classes = pathlib.Path(work) / f'bare-{major}'
    subprocess.run([f'{java}/bin/javac', '-d', classes, source], check=True, stderr=subprocess.DEVNULL)
    port = free_port()
    return Server(f'bare responder, JDK {major}', 'bare',
                  [f'{java}/bin/java', '-cp', classes, 'PageServer', str(port), file, '4096',
                   'virtual' if major >= 21 else 'platform'], port)


def classic(folder):
    port = free_port()
    return Server('classic_server.py', 'classic',
                  [sys.executable, REFERENCE / 'classic_server.py', '--root', folder, '--port', str(port),
                   '--page', '4096'], port)


def has_classic():
    try:
        import chardet  # noqa: F401, what classic_server.py needs
    except ImportError:
        return False
    return (REFERENCE / 'classic_server.py').exists()


@contextlib.contextmanager
def workshop():
    """A folder for the duration, with the load program; servers that were added are stopped in the end."""
    work = tempfile.mkdtemp(prefix='netreader-bench-')
    servers = []
    try:
        subprocess.run(['gcc', '-O2', '-Wall', '-o', f'{work}/load', HERE / 'load.c'], check=True)
        yield work, servers
    finally:
        for server in servers:
            server.stop()
        shutil.rmtree(work, ignore_errors=True)


def load(work, server, connections, seconds, *more, warm_up=1):
    """What the load program found, or None if the server could not do it."""
    command = [f'{work}/load', '-m', server.mode, '-p', str(server.port), '-c', str(connections), '-t', str(seconds),
               '-w', str(warm_up), '-i', str(server.pid()), *more]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600)
    if done.returncode:
        print(f'  {server.name}, {connections} connections: {done.stderr.strip()}', file=sys.stderr)
        return None
    return json.loads(done.stdout)


def median(values):
    values = sorted(values)
    return values[len(values) // 2] if values else None


def shown(value, digits=0):
    return '-' if value is None else f'{value:,.{digits}f}'


def table(rows):
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        print('  '.join([row[0].ljust(widths[0])] + [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]))
    print(flush=True)
