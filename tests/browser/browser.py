"""Headless Chromium, driven over its DevTools pipe.

A page is opened from a file. What it logs, what it throws and every address that it asks for is recorded, so that a test
can say that there was nothing. Needs no package beside chromium.
"""
import base64
import fcntl
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import time

TIMEOUT_S = 60


class Refused(RuntimeError):
    """The browser did not do what it was told."""


class Browser:
    """One browser with one page. Use as a context manager."""

    def __enter__(self):
        program = shutil.which("chromium")
        if program is None:
            raise SystemExit("browser: chromium is not installed (scripts/install-packages --tests)")
        self._profile = tempfile.TemporaryDirectory()
        to_browser, self._out = os.pipe()
        self._in, from_browser = os.pipe()

        def hand_over():
            # Chromium reads commands from descriptor 3 and writes to 4, which the pipes' own ends may be.
            ends = [fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (to_browser, from_browser)]
            os.dup2(ends[0], 3)
            os.dup2(ends[1], 4)

        self._process = subprocess.Popen(
            [program, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-extensions",
             "--disable-background-networking", "--disable-component-update", "--remote-debugging-pipe", f"--user-data-dir={self._profile.name}", "about:blank"],
            close_fds=False, preexec_fn=hand_over, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self._buffer = b""
        self._last_id = 0
        self._session = None
        self.problems = []  # console errors, exceptions, violations of the page's policy
        self.requests = []  # addresses that the page asked for, its own included
        self._loaded = False
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.send(f"{domain}.enable")
        return self

    def __exit__(self, *_):
        self._session = None
        try:
            self.send("Browser.close")
        except (OSError, RuntimeError):
            pass
        try:
            self._process.wait(TIMEOUT_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._out)
        os.close(self._in)
        self._profile.cleanup()

    def _receive(self):
        while b"\0" not in self._buffer:
            piece = os.read(self._in, 1 << 16)
            if not piece:
                raise RuntimeError("the browser has gone")
            self._buffer += piece
        message, self._buffer = self._buffer.split(b"\0", 1)
        return json.loads(message)

    def _note(self, event):
        method, p = event.get("method"), event.get("params", {})
        if method == "Runtime.exceptionThrown":
            self.problems.append(p["exceptionDetails"].get("exception", {}).get("description") or p["exceptionDetails"]["text"])
        elif method == "Runtime.consoleAPICalled" and p["type"] in ("error", "warning", "assert"):
            self.problems.append(f"console: {p['args']}")
        elif method == "Log.entryAdded" and p["entry"]["level"] in ("error", "warning"):
            self.problems.append(p["entry"]["text"])
        elif method == "Network.requestWillBeSent":
            self.requests.append(p["request"]["url"])
        elif method == "Page.javascriptDialogOpening":
            self.problems.append(f"dialog: {p['message']}")
            self._post("Page.handleJavaScriptDialog", {"accept": True})
        elif method == "Page.loadEventFired":
            self._loaded = True

    def _post(self, method, params):
        self._last_id += 1
        message = {"id": self._last_id, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        return self._last_id

    def send(self, method, **params):
        wanted = self._post(method, params)
        while True:
            message = self._receive()
            if message.get("id") == wanted:
                if "error" in message:
                    raise Refused(f"{method}: {message['error']['message']}")
                return message["result"]
            self._note(message)

    def open(self, path, fragment=""):
        self._loaded = False
        self.send("Page.navigate", url=pathlib.Path(path).resolve().as_uri() + fragment)
        while not self._loaded:
            self._note(self._receive())

    def run(self, expression):
        """The value of a JavaScript expression in the page."""
        result = self.send("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(f"{expression}: {result['exceptionDetails'].get('exception', {}).get('description')}")
        return result["result"].get("value")

    def wait_until(self, expression):
        def is_true():
            try:
                return self.run(expression)
            except Refused:  # asked while one page gives way to the next
                return False

        until = time.monotonic() + TIMEOUT_S
        while not is_true():
            if time.monotonic() > until:
                raise AssertionError(f"never true: {expression}")
            time.sleep(0.02)

    def click(self, selector):
        """A click of the mouse where the element is shown; it must be what lies there."""
        quoted = json.dumps(selector)
        # The widest box, as the middle of wrapped text may be beside it.
        spot = self.run(f"""(() => {{ const e = document.querySelector({quoted}); if (!e) return null; e.scrollIntoView({{block: 'center', behavior: 'instant'}});
            const r = [...e.getClientRects()].sort((a, b) => b.width - a.width)[0]; const x = r.x + r.width / 2, y = r.y + r.height / 2; const hit = document.elementFromPoint(x, y);
            return {{x, y, hit: e.contains(hit)}}; }})()""")
        if not spot or not spot["hit"]:
            raise AssertionError(f"cannot be clicked: {selector}: {spot}")
        for kind in ("mousePressed", "mouseReleased"):
            self.send("Input.dispatchMouseEvent", type=kind, x=spot["x"], y=spot["y"], button="left", clickCount=1)

    def press(self, key, code=0, text=""):
        self.send("Input.dispatchKeyEvent", type="keyDown", key=key, windowsVirtualKeyCode=code, text=text)
        self.send("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)

    def write(self, text):
        self.send("Input.insertText", text=text)

    def size(self, width, height, scale=1):
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale, mobile=False)

    def scheme(self, name):
        self.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": name}])

    def pdf(self):
        return base64.b64decode(self.send("Page.printToPDF", printBackground=True, preferCSSPageSize=True)["data"])

    def screenshot(self, whole=False):
        return base64.b64decode(self.send("Page.captureScreenshot", captureBeyondViewport=whole)["data"])
