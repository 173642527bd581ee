// Sorting, filtering and comparing on the cohort page. Without it the page is the same table, best first.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("data").textContent);
  const body = byId("candidates-table").tBodies[0];
  const rows = [...body.rows];
  const member = (row) => data.members[Number(row.dataset.i)];

  // Sorting. Missing values stay at the end in both directions; equal ones keep the order by score.
  const order = ["proceed", "reservations", "not_a_fit", "no_decision"];
  const value = (m, key) => {
    const [name, index] = key.split(".");
    if (index !== undefined) return m[name][Number(index)];
    return name === "decision" ? order.indexOf(m.decision) : m[name];
  };
  const compare = (a, b) => (typeof a === "string" ? a.localeCompare(b) : a - b);
  const sortBy = (button) => {
    const head = button.closest("th");
    const text = ["name", "decision"].includes(button.dataset.key);
    const before = head.getAttribute("aria-sort");
    const ascending = before === "none" ? text : before === "descending";
    document.querySelectorAll("th[aria-sort]").forEach((th) => th.setAttribute("aria-sort", "none"));
    head.setAttribute("aria-sort", ascending ? "ascending" : "descending");
    const key = button.dataset.key;
    rows.sort((x, y) => {
      const a = value(member(x), key), b = value(member(y), key);
      if (a === null || b === null) return (a === null) - (b === null) || x.dataset.i - y.dataset.i;
      return (ascending ? compare(a, b) : compare(b, a)) || x.dataset.i - y.dataset.i;
    });
    body.append(...rows);
  };
  document.querySelectorAll("th button[data-key]").forEach((b) => b.addEventListener("click", () => sortBy(b)));

  // Filtering.
  const form = byId("filters");
  form.hidden = false;
  const filter = () => {
    const words = byId("find").value.toLowerCase().split(/\s+/).filter(Boolean);
    const decision = byId("decision").value;
    const position = byId("position") ? byId("position").value.toLowerCase() : "";
    const least = parseFloat(byId("least").value);
    let shown = 0;
    for (const row of rows) {
      const m = member(row);
      const text = `${m.name} ${m.position}`.toLowerCase();
      row.hidden = !(words.every((w) => text.includes(w)) && (!decision || m.decision === decision) && (!position || m.position.toLowerCase() === position) && !(least > (m.score ?? 0)));
      shown += row.hidden ? 0 : 1;
    }
    byId("shown").value = shown === rows.length ? `${shown} interviews` : `${shown} of ${rows.length} interviews`;
  };
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());

  // Comparing. All text is set as text, never as markup.
  const make = (tag, text, attributes = {}) => {
    const element = document.createElement(tag);
    if (text !== undefined) element.textContent = text;
    for (const [name, v] of Object.entries(attributes)) element.setAttribute(name, v);
    return element;
  };
  const list = (items) => {
    const ul = make("ul");
    items.forEach((item) => ul.append(make("li", item)));
    return ul;
  };
  const figure = (digits) => (v) => (v === null ? "\u2013" : v.toFixed(digits));
  const lines = [
    ["Position", (m) => m.position || "\u2013"],
    ["Decision", (m) => m.verdict],
    ["Score", (m) => m.score, figure(2)],
    ...data.criteria.map((name, c) => [name, (m) => m.criteria[c], figure(1)]),
    ["Addressed", (m) => m.relevance, figure(2)],
    ["Level of the questions", (m) => figure(1)(m.level)],
    ["Words", (m) => `${m.words}, ${Math.round(100 * m.talk)} % of all`],
    ["Topics", (m) => list(m.topics.map(([title, type, score]) => `${score.toFixed(2)} ${title} (${type})`))],
    ["Strengths", (m) => list(m.strengths)],
    ["To develop", (m) => list(m.gaps)],
    ["Flags", (m) => list(Object.entries(m.flags).map(([flag, n]) => (n > 1 ? `${flag} \u00D7 ${n}` : flag)))],
  ];
  const sideBySide = (members) => {
    const table = make("table", undefined, { class: "compared" });
    const head = table.createTHead().insertRow();
    head.append(make("td"));
    for (const m of members) {
      const th = make("th", undefined, { scope: "col" });
      th.append(make("a", m.name, { href: m.report }));
      head.append(th);
    }
    const tbody = table.createTBody();
    for (const [name, of, show] of lines) {
      const row = tbody.insertRow();
      row.append(make("th", name, { scope: "row" }));
      const values = members.map(of);
      const shown = show ? values.map(show) : values;
      // What looks equal is equal; where all are, nobody is best.
      const best = show ? show(values.reduce((a, b) => (b !== null && (a === null || b > a) ? b : a), null)) : null;
      const tied = shown.every((v) => v === best);
      for (const v of shown) {
        const cell = row.insertCell();
        if (v instanceof Node) cell.append(v);
        else cell.textContent = v;
        if (v === best && !tied) cell.className = "best";
      }
    }
    return table;
  };
  const picked = () => {
    const members = rows.filter((row) => row.querySelector(".pick").checked).map(member);
    byId("picked").hidden = members.length === 0;
    byId("picked-count").textContent = members.length === 1 ? "1 chosen, choose another" : `${members.length} chosen`;
    byId("picked").querySelector("a").hidden = members.length < 2;
    byId("compare").hidden = members.length < 2;
    byId("side-by-side").replaceChildren(...(members.length < 2 ? [] : [sideBySide(members)]));
  };
  body.addEventListener("change", picked);
  byId("unpick").addEventListener("click", () => {
    rows.forEach((row) => { row.querySelector(".pick").checked = false; });
    picked();
  });
})();
