// The filter of the incidents: counts and lists over the rows of the edition, in the browser and with no server.
// The same fields, the same codes and the same sentence as in the prepared lists; a test holds both side by side.
(() => {
  "use strict";
  const STEP = 50;
  const { rows, words, titles } = globalThis.kuzet;
  const form = document.getElementById("filter");
  const list = document.getElementById("results");
  const more = document.getElementById("more");
  const told = document.getElementById("told");
  const count = rows.first.length;
  let passing = [];
  let shown = 0;

  const day = (text) => Math.floor(Date.parse(`${text}T00:00:00Z`) / 86400000);
  const filled = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const written = (number) => String(number).replace(/\B(?=(\d{3})+(?!\d))/g, words.apart);
  const noun = (number) => {
    const kind = new Intl.PluralRules(words.language).select(number);
    const forms = words.forms;
    return words.language === "ru" ? forms[kind] || forms.few : kind === "one" ? forms.one : forms.many;
  };

  // What is asked for stands behind the # of the address: shared with it, and never sent to a server.
  const asked = () => {
    const found = {};
    for (const [name, value] of new URLSearchParams(location.hash.slice(1))) if (value) found[name] = value;
    return found;
  };

  const passes = (question) => {
    const tests = [];
    for (const [name, field] of Object.entries(rows.fields)) {
      if (!(name in question)) continue;
      const place = field.codes.indexOf(question[name]);
      const sign = place < 0 ? "" : String.fromCharCode(rows.base + place);
      if (!sign) tests.push(() => false);
      else if (field.many) {
        const cells = (field.cells ??= field.rows.split(" "));
        tests.push((row) => cells[row].includes(sign));
      } else tests.push((row) => field.rows[row] === sign);
    }
    // A date that is known to the month or year alone passes only where all of it lies in the range.
    if (question.from) tests.push((row) => rows.first[row] >= day(question.from));
    if (question.until) tests.push((row) => rows.first[row] + rows.days[row] <= day(question.until));
    return (row) => tests.every((test) => test(row));
  };

  const orders = {
    newest: (one, other) => rows.rank[other] - rows.rank[one],
    oldest: (one, other) => rows.rank[one] - rows.rank[other],
    people: (one, other) => rows.people[other] - rows.people[one] || rows.rank[other] - rows.rank[one],
  };

  const sentence = (question) => {
    const parts = Object.keys(rows.fields)
      .filter((name) => name in question)
      .map((name) => `${words.fields[name]}: ${words.labels[name]?.[question[name]] ?? question[name]}`);
    const dated = question.from || question.until;
    const period = dated ? `${question.from || "…"} – ${question.until || "…"}` : words.period;
    const values = { count: `${written(passing.length)}\u00a0${noun(passing.length)}`, filters: parts.join("; "), period };
    return filled(parts.length ? words.figure_of : words.figure_all, values);
  };

  const loaded = (number) =>
    new Promise((done, failed) => {
      if (titles[number]) return done();
      const script = document.createElement("script");
      script.src = `${words.root}filter/${words.language}/${number}.js`;
      script.onload = () => done();
      script.onerror = failed;
      document.head.append(script);
    });

  const line = (row) => {
    const [title, date, place, method, category, placeholder] = titles[Math.floor(row / rows.shard)][row % rows.shard];
    const item = document.createElement("li");
    item.className = category + (placeholder ? " placeholder" : "");
    const head = item.appendChild(document.createElement("h3")).appendChild(document.createElement("a"));
    head.href = `incident/${rows.ids[row]}.html`;
    head.textContent = title;
    const meta = item.appendChild(document.createElement("p"));
    meta.className = "meta";
    for (const text of [date, place, method, placeholder]) {
      if (text) meta.appendChild(document.createElement("span")).textContent = text;
    }
    meta.children[2].className = "tag";
    return item;
  };

  const show = async () => {
    const next = passing.slice(shown, shown + STEP);
    await Promise.all([...new Set(next.map((row) => Math.floor(row / rows.shard)))].map(loaded));
    list.append(...next.map(line));
    shown += next.length;
    more.hidden = shown >= passing.length;
  };

  const answer = () => {
    const question = asked();
    for (const field of form.elements) if (field.name) field.value = question[field.name] ?? (field.name === "order" ? "newest" : "");
    const test = passes(question);
    passing = [];
    for (let row = 0; row < count; row += 1) if (test(row)) passing.push(row);
    passing.sort(orders[question.order] ?? orders.newest);
    told.querySelector(".said").textContent = sentence(question);
    told.dataset.count = String(passing.length);
    list.replaceChildren();
    shown = 0;
    document.getElementById("none").hidden = passing.length > 0;
    for (const link of document.querySelectorAll(".tongues a")) link.hash = location.hash;
    return show();
  };

  const choose = () => {
    const chosen = new URLSearchParams();
    for (const field of form.elements) {
      if (field.name && field.value && !(field.name === "order" && field.value === "newest")) chosen.set(field.name, field.value);
    }
    location.hash = chosen.toString();
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", choose);
  document.getElementById("clear").addEventListener("click", () => {
    location.hash = "";
  });
  document.getElementById("copy").addEventListener("click", async (event) => {
    const text = [...told.querySelectorAll("p")].map((one) => one.textContent).join("\n");
    await navigator.clipboard.writeText(text);
    event.target.textContent = words.copied;
  });
  document.getElementById("copy").hidden = !navigator.clipboard;
  more.addEventListener("click", show);
  addEventListener("hashchange", answer);
  if (matchMedia("(max-width: 40rem)").matches) document.getElementById("fields").open = location.hash.length > 1;
  document.getElementById("scripted").hidden = false;
  answer();
})();
