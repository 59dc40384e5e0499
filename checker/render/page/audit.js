"use strict";
const $ = (id) => document.getElementById(id);
const say = JSON.parse($("say").textContent);
const body = $("rows");
const rows = [...body.rows];
const dialog = $("report");

// Filtering
function filter() {
  const words = $("words").value.toLowerCase().split(/\s+/).filter(Boolean);
  const verdict = $("verdict").value, item = $("item").value, status = $("status").value;
  let shown = 0;
  for (const row of rows) {
    const letters = row.dataset.s;
    const fits = words.every((word) => row.dataset.t.includes(word)) && (!verdict || row.dataset.v === verdict) &&
      (!status || (item === "" ? letters.includes(status) : letters[item] === status));
    row.hidden = !fits;
    shown += fits;
  }
  $("shown").textContent = say.shown.replace("{shown}", shown).replace("{total}", rows.length);
}
for (const id of ["words", "verdict", "item", "status"]) $(id).addEventListener("input", filter);

// Sorting
const order = "muwnp";
const heads = [...document.querySelectorAll("thead th")];
function value(row, head) {
  const at = head.dataset.item;
  if (at !== undefined) return row.dataset.s ? order.indexOf(row.dataset.s[at]) : 9;
  const cell = row.cells[head.cellIndex];
  const text = (cell.querySelector("a") || cell).textContent.trim();
  return head.dataset.number !== undefined ? (text === "" ? Infinity : Number(text)) : text;
}
function sort(head) {
  const down = head.getAttribute("aria-sort") === "ascending";
  for (const other of heads) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  const keyed = rows.map((row) => [value(row, head), row]);
  keyed.sort(([a], [b]) => (typeof a === "number" ? (a === b ? 0 : a < b ? -1 : 1) : a.localeCompare(b, "zh")) * (down ? -1 : 1));
  body.append(...keyed.map(([, row]) => row));
}
for (const head of heads) head.firstElementChild.addEventListener("click", () => sort(head));

// One report
const FEW = 3;
async function unpack(text) {
  const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(stream).text());
}
function node(tag, className, ...content) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...content.filter((part) => part !== null && part !== undefined && part !== ""));
  return made;
}
function field(label, text, className) {
  return text ? node("p", className || "", node("b", "", label), text) : null;
}
function show(one) {
  $("report-title").textContent = one.title;
  const result = $("result"), text = $("text");
  result.replaceChildren(node("h2", "", say.result), node("p", "faint", one.path), node("p", "", one.verdict));
  for (const note of one.notes) result.append(node("p", "warning", note));
  const marks = [];
  one.items.forEach((item, number) => {
    const box = node("article", "one " + item.s, node("h3", "", node("span", "tag " + item.s, item.status), " " + item.title));
    const rest = node("details", "", node("summary", "", say.more.replace("{count}", item.quotes.length - FEW)));
    item.quotes.forEach(([quote, where, start, end], at) => {
      const link = node("a", "", quote);
      link.href = "#";
      link.addEventListener("click", (event) => { event.preventDefault(); go(number, start); });
      const found = node("p", "", node("b", "", say.found), one.text === null ? quote : link);
      (at < FEW ? box : rest).append(found, field(say.place, where) || "");
      marks.push([start, end, item.s, item.title, number]);
    });
    if (item.quotes.length > FEW) box.append(rest);
    box.append(...[field(item.reasonLabel, item.reason), field(say.heading, item.heading), field(say.content, item.content),
      field(say.place, item.after), field(say.advice, item.advice, "add"), field(say.basis, item.basis, "faint")].filter(Boolean));
    result.append(box);
  });
  for (const [severity, message, quote] of one.findings)
    result.append(node("article", "one w", node("h3", "", severity), node("p", "", message), field(say.found, quote) || ""));
  text.replaceChildren(node("h2", "", say.text));
  text.append(one.text === null ? node("p", "faint", say.noText) : highlighted(one.text, marks));
  result.scrollTop = text.scrollTop = 0;
}
function highlighted(text, marks) {
  const chars = Array.from(text), pre = node("pre");
  marks.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  let at = 0;
  for (const [start, end, status, title, number] of marks) {
    const from = Math.max(start, at);
    if (from > at) pre.append(chars.slice(at, from).join(""));
    const mark = node("mark", status, chars.slice(from, Math.max(end, from)).join(""));
    mark.title = title;
    mark.dataset.at = number + ":" + start;
    pre.append(mark);
    at = Math.max(at, end);
  }
  pre.append(chars.slice(at).join(""));
  return pre;
}
function go(number, start) {
  for (const mark of document.querySelectorAll("mark")) {
    const hit = mark.dataset.at === number + ":" + start;
    mark.classList.toggle("hit", hit);
    if (hit) mark.scrollIntoView({ block: "center" });
  }
}
async function open(row) {
  if (!row) return;
  if (!("DecompressionStream" in window)) { alert(say.old); return; }
  show(await unpack(row.querySelector("script").textContent));
  document.body.classList.add("open");
  if (!dialog.open) dialog.showModal();
  history.replaceState(null, "", row.querySelector("a").hash);
  dialog.dataset.row = row.id;
  $("before").disabled = !beside(-1);
  $("after").disabled = !beside(1);
}
function beside(step) {
  const seen = [...body.rows].filter((row) => !row.hidden);
  return seen[seen.indexOf($(dialog.dataset.row)) + step];
}
$("before").addEventListener("click", () => open(beside(-1)));
$("after").addEventListener("click", () => open(beside(1)));
function close() {
  dialog.close();
  document.body.classList.remove("open");
  history.replaceState(null, "", location.pathname + location.search);
  // The browser goes back to where the dialog was opened; the reader has gone on since.
  const row = $(dialog.dataset.row);
  if (row) row.querySelector("a").focus();
}
dialog.addEventListener("close", () => document.body.classList.remove("open"));
dialog.addEventListener("cancel", (event) => { event.preventDefault(); close(); });
// A dialog is printed as much of it as fits one page; what stands in the page is printed whole.
addEventListener("beforeprint", () => {
  if (!dialog.open) return;
  $("print").replaceChildren($("report-title").cloneNode(true), dialog.querySelector(".panes").cloneNode(true));
  for (const folded of $("print").querySelectorAll("details")) folded.open = true;
  for (const named of $("print").querySelectorAll("[id]")) named.removeAttribute("id");
});
addEventListener("afterprint", () => $("print").replaceChildren());
$("close").addEventListener("click", close);
body.addEventListener("click", (event) => {
  const row = event.target.closest("tr");
  if (row) { event.preventDefault(); open(row); }
});

// Keys
document.addEventListener("keydown", (event) => {
  const typing = ["INPUT", "SELECT"].includes(event.target.tagName);
  if (dialog.open) {
    if (event.key === "ArrowLeft") open(beside(-1));
    if (event.key === "ArrowRight") open(beside(1));
    return;
  }
  if (event.key === "/" && !typing) { event.preventDefault(); $("words").focus(); return; }
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  if (event.target.tagName === "SELECT") return;
  const seen = [...body.rows].filter((row) => !row.hidden);
  const here = seen.indexOf(event.target.closest("tr"));
  const next = seen[event.key === "ArrowDown" ? here + 1 : Math.max(here - 1, 0)];
  if (next) { event.preventDefault(); next.querySelector("a").focus(); }
});
filter();
if (location.hash) open($(location.hash.replace("#report-", "")));
