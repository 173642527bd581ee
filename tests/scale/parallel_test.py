"""examples/scale/with-parallel gives what one machine gives, also when a process or a host is lost in the middle.

usage: parallel_test.py PROGRAM SOURCE_DIRECTORY
"""
import os
import pathlib
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
import unittest

import scale

SCRIPT = scale.SOURCE / "examples/scale/with-parallel"
RECORDS = 160
BLOCK = 20


class Host:
    """An ssh server of its own on the loopback device, with throw-away keys."""

    def __init__(self, folder, name):
        self.folder = folder
        self.name = name
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        key = folder / f"{name}.key"
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
        if os.getuid() == 0:
            os.makedirs("/run/sshd", mode=0o755, exist_ok=True)
        config = folder / f"{name}.config"
        config.write_text(f"ListenAddress 127.0.0.1:{self.port}\nHostKey {key}\nAuthorizedKeysFile {folder}/login.pub\nPidFile none\nUsePAM no\n"
                          "StrictModes no\nPasswordAuthentication no\nKbdInteractiveAuthentication no\nPermitRootLogin prohibit-password\nMaxStartups 100\n", encoding="ascii")
        self.log = open(folder / f"{name}.log", "wb")
        self.server = subprocess.Popen(["/usr/sbin/sshd", "-D", "-e", "-f", config], stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log)
        scale.wait_until(f"ssh server {name}", self.listens)

    def listens(self):
        if self.server.poll() is not None:
            raise AssertionError((self.folder / f"{self.name}.log").read_text())
        with socket.socket() as attempt:
            return attempt.connect_ex(("127.0.0.1", self.port)) == 0

    def client_config(self):
        return (f"Host {self.name}\n  HostName 127.0.0.1\n  Port {self.port}\n  User {pwd.getpwuid(os.getuid()).pw_name}\n  IdentityFile {self.folder}/login\n  IdentitiesOnly yes\n"
                f"  UserKnownHostsFile {self.folder}/known\n  StrictHostKeyChecking no\n  LogLevel ERROR\n  BatchMode yes\n")

    def lose(self):
        """The host is gone, with all that runs on it."""
        scale.stop(self.server)
        self.log.close()


class ParallelTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="transcript-eval-scale-"))
        cls.records = cls.folder / "records.jsonl"
        scale.write_records(cls.records, RECORDS)
        cls.output = cls.folder / "output"
        cls.errors = cls.folder / "errors"
        cls.expected = scale.single_machine(cls.records)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def start(self, *arguments, program=scale.PROGRAM, environment=None):
        home = dict(os.environ, PARALLEL_HOME=str(self.folder / "parallel"), TRANSCRIPT_EVAL=str(program), **(environment or {}))
        # Files, so that nobody waits for a reader.
        with open(self.records, "rb") as records, open(self.output, "wb") as output, open(self.errors, "wb") as errors:
            run = subprocess.Popen([SCRIPT, "--block", str(BLOCK), *arguments], stdin=records, stdout=output, stderr=errors, env=home)
        self.addCleanup(scale.stop, run)
        return run

    def assert_complete(self, run):
        self.assertEqual(run.wait(scale.DEADLINE), 0, self.errors.read_text(encoding="utf-8"))
        self.assertEqual(self.output.read_bytes(), self.expected)

    def test_two_processes(self):
        self.assert_complete(self.start("--hosts", "2/:"))

    def test_a_process_that_is_killed_is_started_again(self):
        program = self.folder / "waits"
        scale.write_program_that_waits(program, 5 * BLOCK + 1)
        run = self.start("--hosts", "2/:", program=program)
        scale.end(scale.wait_until("the block", lambda: [pid for pid in scale.descendants(run.pid) if scale.sleeps(pid)]))
        self.assert_complete(run)

    def test_what_cannot_be_evaluated_anywhere_is_no_success(self):
        run = self.start("--hosts", "2/:", "--", "--rubric", "missing.json")
        self.assertNotEqual(run.wait(scale.DEADLINE), 0)
        self.assertEqual(self.output.read_bytes(), b"")

    def test_the_tasks_of_a_slurm_array(self):
        results = self.folder / "results"
        for task in (2, 0, 1):
            subprocess.run([scale.SOURCE / "examples/scale/with-slurm"], check=True, stderr=subprocess.DEVNULL,
                           env=dict(os.environ, RECORDS=str(self.records), RESULTS=str(results), BLOCK="60", SLURM_ARRAY_TASK_ID=str(task), TRANSCRIPT_EVAL=str(scale.PROGRAM)))
        self.assertEqual(b"".join(path.read_bytes() for path in sorted(results.iterdir())), self.expected)

    def test_two_hosts_of_which_one_is_lost(self):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", self.folder / "login"], check=True)
        hosts = [Host(self.folder, name) for name in ("anna", "berta")]
        try:
            config = self.folder / "ssh_config"
            config.write_text("".join(host.client_config() for host in hosts), encoding="ascii")
            program = self.folder / "waits-on-host"
            scale.write_program_that_waits(program, 5 * BLOCK + 1)
            run = self.start("--hosts", "1/anna,1/berta", program=program, environment={"PARALLEL_SSH": f"ssh -F {config}"})
            busy = scale.wait_until("the block", lambda: [host for host in hosts if any(map(scale.sleeps, scale.descendants(host.server.pid)))])
            self.assertEqual(len(busy), 1)
            busy[0].lose()
            self.assert_complete(run)
        finally:
            for host in hosts:
                host.lose()


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
