"""Kernels of the interpreter that runs us: forks where the system can fork safely, else each by itself."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Mapping
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from ipykernel.kernelapp import IPKernelApp
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from traitlets.config import Config

from townbook.publishing.forks import FORKS, print_into, start_process

_OPTIONS = ["--HistoryManager.enabled=False"]
_AT_WORK: set[BaseProcess] = set()


def stop_kernels() -> None:
    """End the kernels that are still at work, and with them their runs."""
    for process in tuple(_AT_WORK):
        process.terminate()


def kernel_settings(scratch: Path, *, environment: Mapping[str, str], log: Path) -> dict[str, Any]:
    """Return what makes papermill start our interpreter, whatever kernels are installed.

    Kernels talk through files in `scratch`: no open ports, so no race for them and no warning. What they
    print beside their notebook goes to `log`.
    """
    command = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}", *_OPTIONS]
    own = KernelSpec(
        argv=command,
        display_name="Python 3",
        language="python",
        env={"IPYTHONDIR": str(scratch / "ipython"), **environment},
    )

    class OwnKernel(AsyncKernelManager):
        def __init__(self, **settings: Any) -> None:
            super().__init__(**settings)
            if FORKS:
                self.provisioner = ForkingProvisioner(log, kernel_spec=own, parent=self)

        @property
        def kernel_spec(self) -> KernelSpec:
            return own

    channel = {"connection_file": str(scratch / "kernel.json")}
    if sys.platform != "win32":
        channel["transport"] = "ipc"
    return {"kernel_manager_class": OwnKernel, "config": Config({"KernelManager": channel})}


class ForkingProvisioner(LocalProvisioner):
    """Starts a kernel as a fork of the server process."""

    def __init__(self, log: Path, **settings: Any) -> None:
        super().__init__(**settings)
        self._log = log

    async def launch_kernel(self, cmd: list[str], **settings: Any) -> Any:
        """Start the kernel that a command line describes."""
        connection = cmd[cmd.index("-f") + 1]
        arguments = (connection, dict(settings["env"]), str(settings["cwd"]), self._log)
        process = start_process(_run_kernel, *arguments)
        _AT_WORK.add(process)
        self.process = _Child(process)  # type: ignore[assignment]
        self.pid = process.pid
        return self.connection_info

    async def send_signal(self, signum: int) -> None:
        """Send the kernel a signal, but none that interrupts it.

        jupyter_client interrupts each kernel before it shuts it down; one that is still busy on a loaded
        machine would complain of it in the log.
        """
        if signum != signal.SIGINT:
            await super().send_signal(signum)


class _Child:
    """A process with the methods of `subprocess.Popen` that jupyter_client calls."""

    stdin = stdout = stderr = None

    def __init__(self, process: BaseProcess) -> None:
        self._process = process

    def poll(self) -> int | None:
        return self._process.exitcode

    def wait(self) -> int | None:
        self._process.join()
        _AT_WORK.discard(self._process)
        return self._process.exitcode

    def send_signal(self, number: int) -> None:
        if self._process.pid is not None and self._process.is_alive():
            os.kill(self._process.pid, number)

    def terminate(self) -> None:
        self._process.terminate()

    def kill(self) -> None:
        self._process.kill()


def _run_kernel(connection: str, environment: Mapping[str, str], folder: str, log: Path) -> None:
    """Be a kernel, in a forked process."""
    # An interrupt at the terminal is for the build, which then ends its kernels.
    os.setsid()
    print_into(log)
    os.environ.update(environment)
    time.tzset()
    os.chdir(folder)
    # The kernel ends when its parent does, and that is the server.
    parent = f"--IPKernelApp.parent_handle={os.getppid()}"
    IPKernelApp.launch_instance(argv=["-f", connection, parent, *_OPTIONS])
