#!/usr/bin/env python3
"""The HTML pages as their readers use them, in headless Chromium.

usage: pages_test.py PROGRAM SAMPLES

Clicks, types and prints; fails on the first thing that is not as it should be, on anything that the browser complains
about, and on any request that leaves the file.
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

from browser import Browser

PROGRAM, SAMPLES = map(pathlib.Path, sys.argv[1:3])
del sys.argv[1:]

HOSTILE = f"""Interview Transcript
{"=" * 60}
Candidate: <script>document.title='broken in'</script>
Position: "><img src=x onerror="document.title='broken in'">
{"=" * 60}

AI Recruiter: How did you keep </script><script>document.title='broken in'</script> the orders safe?

Candidate: I copied the order database to a second disk because the old disk had failed twice in March. \
<img src="http://outside.invalid/x.png" onerror="document.title='broken in'"><svg onload="document.title='broken in'"> \
Then I restored 40 copies on a spare machine and compared 500 orders, which showed that one table was missing.

AI Recruiter: What would you change about that?

Candidate: I would encrypt the copies, since the disk stands in the open office, and send an alarm when a copy is 20 percent smaller. \
<a href="javascript:document.title='broken in'">an alarm</a> <style>body {{ display: none }}</style>
"""

# The parts of a colour that a canvas draws, whatever way the style names it.
CONTRAST = """(() => {
  const context = Object.assign(document.createElement('canvas'), {width: 1, height: 1}).getContext('2d', {willReadFrequently: true});
  const drawn = (...colours) => { context.clearRect(0, 0, 1, 1); for (const c of colours) { context.fillStyle = c; context.fillRect(0, 0, 1, 1); } return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3); };
  const light = (rgb) => { const [r, g, b] = rgb.map((v) => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; }); return .2126 * r + .7152 * g + .0722 * b; };
  const bad = [];
  for (const e of document.querySelectorAll('body *')) {
    const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    if (!own || !e.checkVisibility() || e.closest('script, style, option, .hidden, .skip')) continue;
    const grounds = [];
    for (let p = e; p; p = p.parentElement) grounds.unshift(getComputedStyle(p).backgroundColor);
    const style = getComputedStyle(e), svg = e instanceof SVGElement;
    if (svg && e.classList.contains('sign')) continue;
    const ground = drawn('#fff', ...grounds), ink = drawn('#fff', ...grounds, svg ? style.fill : style.color);
    const [a, b] = [light(ground), light(ink)].sort((x, y) => y - x);
    if ((a + .05) / (b + .05) < 4.5) bad.push(`${((a + .05) / (b + .05)).toFixed(2)} ${e.tagName}.${e.getAttribute('class')}: ${e.textContent.trim().slice(0, 40)}`);
  }
  return [...new Set(bad)].slice(0, 10);
})()"""


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.directory = tempfile.TemporaryDirectory()
        cls.path = pathlib.Path(cls.directory.name)
        (cls.path / "in").mkdir()
        for sample in sorted(SAMPLES.glob("*.txt")):
            (cls.path / "in" / sample.name).write_bytes(sample.read_bytes())
        (cls.path / "in" / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
        subprocess.run([PROGRAM, "-q", "-f", "html", "-o", cls.path / "out", cls.path / "in"], check=True)
        cls.browser = Browser().__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.browser.__exit__()
        cls.directory.cleanup()

    def open(self, name, fragment=""):
        self.browser.size(1280, 900)
        self.browser.scheme("light")
        self.browser.problems.clear()
        self.browser.requests.clear()
        self.browser.open(self.path / "out" / name, fragment)

    def tearDown(self):
        self.assertEqual(self.browser.problems, [])
        self.assertEqual([r for r in self.browser.requests if not r.startswith((self.path / "out").resolve().as_uri())], [])

    def texts(self, selector):
        return self.browser.run(f"[...document.querySelectorAll({selector!r})].filter((e) => e.checkVisibility()).map((e) => e.textContent)")

    # The report.

    def test_a_passage_leads_to_its_row_and_the_row_back(self):
        b = self.browser
        self.open("llm-engineer-weak.html")
        self.assertEqual(b.run("document.querySelectorAll('details[open]').length"), 0)
        b.click("mark.earned a")
        b.wait_until("location.hash.length > 1")
        row = b.run("document.querySelector('mark.earned a').hash")
        self.assertEqual(b.run("location.hash"), row)
        b.wait_until("document.querySelector(':target').matches('tr') && document.querySelector(':target').checkVisibility()")
        self.assertTrue(b.run("(() => { const r = document.querySelector(':target').getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight; })()"))
        rows = b.run("document.querySelector('mark.earned a').dataset.rows.split(' ')")
        self.assertEqual(sorted(b.run("[...document.querySelectorAll('tr.flash')].map((r) => r.id)")), sorted(rows))
        b.click(f"[id='{row[1:]}'] a.quote")
        b.wait_until("location.hash.startsWith('#e')")
        self.assertTrue(b.run("document.querySelector(':target').matches('mark a')"))
        # The passage that it leads back to names the row.
        self.assertIn(row[1:], b.run("document.querySelector(':target').dataset.rows.split(' ')"))

    def test_an_address_with_a_row_opens_its_ledger(self):
        self.open("llm-engineer-weak.html", "#Q4-3")
        self.assertTrue(self.browser.run("document.getElementById('Q4-3').checkVisibility()"))

    def test_the_keyboard_opens_a_ledger(self):
        b = self.browser
        self.open("nurse-average.html")
        b.run("document.querySelector('details.ledger summary').focus()")
        b.press("Enter", 13, "\r")
        b.wait_until("document.querySelector('details.ledger').open")
        self.open("nurse-average.html")
        b.press("Tab", 9)
        self.assertEqual(b.run("document.activeElement.className"), "skip")

    def test_buttons_open_ledgers_and_hide_marks(self):
        b = self.browser
        self.open("nurse-average.html")
        b.click("#open-ledgers")
        self.assertEqual(b.run("document.querySelectorAll('details.ledger:not([open])').length"), 0)
        marked = "getComputedStyle(document.querySelector('.turn mark')).backgroundColor"
        before = b.run(marked)
        b.click("#plain-text")
        self.assertNotEqual(b.run(marked), before)
        self.assertEqual(b.run("document.querySelector('#plain-text').getAttribute('aria-pressed')"), "true")

    def test_text_of_the_transcript_is_inert(self):
        for name in ("hostile.html", "index.html"):
            self.open(name)
            self.assertNotEqual(self.browser.run("document.title"), "broken in")
            self.assertEqual(self.browser.run("document.querySelectorAll('img, iframe, object, [onerror], [onload]').length"), 0)
            self.assertIn("<script>document.title='broken in'</script>", self.browser.run("document.body.innerText"))
        self.assertEqual(self.browser.run("document.querySelectorAll('a[href^=\"javascript\" i]').length"), 0)

    def test_the_policy_stops_what_is_not_the_pages_own(self):
        b = self.browser
        self.open("hostile.html")
        b.run("(() => { const s = document.createElement('script'); s.textContent = \"document.title = 'broken in'\"; document.body.append(s); })()")
        self.assertNotEqual(b.run("document.title"), "broken in")
        b.run("0")
        self.assertTrue(any("Content Security Policy" in p for p in b.problems), b.problems)
        b.problems.clear()

    def test_pages_print(self):
        for name in ("llm-engineer-exceptional.html", "index.html"):
            self.open(name)
            pdf = self.browser.pdf()
            self.assertTrue(pdf.startswith(b"%PDF"))
            pages = len(re.findall(rb"/Type\s*/Page\b", pdf))
            self.assertTrue(1 <= pages <= 30, pages)

    def test_pages_fit_narrow_and_wide_screens(self):
        for name in ("llm-engineer-weak.html", "index.html", "hostile.html"):
            for width in (320, 400, 768, 1920):
                self.open(name)
                self.browser.size(width, 900)
                self.browser.run("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
                self.assertLessEqual(self.browser.run("document.documentElement.scrollWidth"), width, (name, width))

    def test_contrast_is_enough_in_both_schemes(self):
        for name in ("llm-engineer-weak.html", "site-reliability-engineer-wrong-records.html", "index.html"):
            for scheme in ("light", "dark"):
                self.open(name)
                self.browser.scheme(scheme)
                self.browser.run("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
                self.assertEqual(self.browser.run(CONTRAST), [], (name, scheme))

    def test_headings_and_names_are_in_order(self):
        for name in ("llm-engineer-weak.html", "index.html"):
            self.open(name)
            levels = self.browser.run("[...document.querySelectorAll('h1, h2, h3, h4, h5')].map((h) => Number(h.tagName[1]))")
            self.assertEqual(levels.count(1), 1)
            self.assertTrue(all(b - a <= 1 for a, b in zip(levels, levels[1:])), levels)
            unnamed = "[...document.querySelectorAll('a, button, input, select, svg[role=img], [role=region]')].filter((e) => !(e.textContent.trim() || e.getAttribute('aria-label') || e.getAttribute('aria-labelledby') || e.closest('label'))).map((e) => e.outerHTML.slice(0, 80))"
            self.assertEqual(self.browser.run(unnamed), [])
            self.assertEqual(self.browser.run("['main', 'nav', 'footer', 'header'].filter((t) => document.querySelectorAll(t).length === 0)"), [])

    # The cohort page.

    def names(self):
        return self.texts("#candidates-table tbody th a")

    def test_the_table_sorts(self):
        b = self.browser
        self.open("index.html")
        scores = lambda: [float(s) for s in self.texts("#candidates-table tbody .score") if s != "\u2013"]
        self.assertEqual(scores(), sorted(scores(), reverse=True))
        b.click("button[data-key=score]")
        self.assertEqual(scores(), sorted(scores()))
        self.assertEqual(b.run("document.querySelector('[aria-sort=ascending]').textContent"), "Score")
        b.click("button[data-key=name]")
        self.assertEqual(self.names(), sorted(self.names(), key=str.casefold))
        b.click("button[data-key='criteria.1']")
        values = [float(v) for v in self.texts("#candidates-table tbody td.heat:nth-of-type(6)") if v != "\u2013"]
        self.assertEqual(values, sorted(values, reverse=True))

    def test_the_table_filters(self):
        b = self.browser
        self.open("index.html")
        every = len(self.names())
        rows = b.run("[...document.querySelectorAll('#candidates-table tbody tr')].map((r) => [r.querySelector('th a').textContent, r.querySelector('.position').textContent, r.querySelector('.decision').className])")
        engineers = [name for name, position, _ in rows if "llm engineer" in position.lower()]
        self.assertGreater(len(engineers), 1)
        b.click("#find")
        b.write("LLM  engin")
        b.wait_until("document.querySelector('#shown').value.includes(' of ')")
        self.assertEqual(self.names(), engineers)
        self.assertEqual(b.run("document.querySelector('#shown').value"), f"{len(engineers)} of {every} interviews")
        b.run("(() => { const s = document.querySelector('#decision'); s.value = 'proceed'; s.dispatchEvent(new Event('input', {bubbles: true})); })()")
        self.assertEqual(self.names(), [name for name, _, decision in rows if name in engineers and "proceed" in decision])
        b.run("document.querySelector('#filters').reset(), document.querySelector('#find').dispatchEvent(new Event('input', {bubbles: true}))")
        self.assertEqual(len(self.names()), every)
        b.click("#least")
        b.write("4")
        self.assertTrue(0 < len(self.names()) < every)

    def test_candidates_stand_side_by_side(self):
        b = self.browser
        self.open("index.html")
        self.assertFalse(b.run("document.querySelector('#compare').checkVisibility()"))
        b.click("tr[data-i='0'] .pick")
        self.assertFalse(b.run("document.querySelector('#compare').checkVisibility()"))
        b.click("tr[data-i='3'] .pick")
        chosen = [b.run(f"document.querySelector(\"tr[data-i='{i}'] th a\").textContent") for i in (0, 3)]
        self.assertEqual(self.texts(".compared thead th"), chosen)
        scores = [b.run(f"document.querySelector(\"tr[data-i='{i}'] .score\").textContent") for i in (0, 3)]
        self.assertEqual(b.run("[...[...document.querySelectorAll('.compared tbody tr')].find((r) => r.cells[0].textContent === 'Score').cells].slice(1).map((c) => c.textContent)"), scores)
        b.click("#unpick")
        self.assertFalse(b.run("document.querySelector('#compare').checkVisibility()"))

    def test_a_candidate_leads_to_the_report(self):
        b = self.browser
        self.open("index.html")
        b.click("a[href='./llm-engineer-weak.html']")
        b.wait_until("document.readyState === 'complete' && !!document.querySelector('.verdict')")
        self.assertTrue(b.run("location.pathname").startswith(str((self.path / "out").resolve())))
        self.assertEqual(b.run("document.querySelector('h1').textContent"), "Tyler Broszkowski")

    def test_a_thousand_candidates(self):
        b = self.browser
        one = (self.path / "in" / "llm-engineer-weak.txt").read_text(encoding="utf-8")
        many = self.path / "many"
        many.mkdir()
        for i in range(1000):
            (many / f"{i:04}.txt").write_text(one.replace("Candidate: Tyler Broszkowski", f"Candidate: Candidate Number {i:04}", 1), encoding="utf-8")
        subprocess.run([PROGRAM, "-q", "-f", "html", "-o", self.path / "out" / "many", many], check=True)
        self.open("many/index.html")
        self.assertEqual(len(self.names()), 1000)
        b.click("button[data-key=name]")
        b.click("button[data-key=name]")
        self.assertEqual(self.names()[0], "Candidate Number 0999")
        b.click("#find")
        b.write("0123")
        b.wait_until("document.querySelector('#shown').value === '1 of 1000 interviews'")


if __name__ == "__main__":
    unittest.main(verbosity=2)
