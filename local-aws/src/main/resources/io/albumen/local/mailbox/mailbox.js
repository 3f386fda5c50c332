const list = document.querySelector("#list");
const sheet = document.querySelector("#mail");
const search = document.querySelector("#search");
const INTERVAL = 2000;
const LIMIT = 200;
let shown = "";
let lastList = "";

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

const person = ({ Name, Address }) => (Name ? `${Name} <${Address}>` : Address);
const people = (some) => some.map(person).join(", ");
const when = (text) => {
  const date = new Date(text);
  const today = date.toDateString() === new Date().toDateString();
  return today
    ? date.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })
    : date.toLocaleDateString([], { day: "numeric", month: "short" });
};

async function load(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

function row(mail) {
  const link = element(
    "a",
    { href: `#${mail.ID}`, className: mail.Read ? "" : "new" },
    element("span", { className: "subject", textContent: mail.Subject || "(no subject)" }),
    element("time", { dateTime: mail.Created, textContent: when(mail.Created) }),
    element("span", { className: "to", textContent: `To ${people(mail.To)}` }),
    element("span", { className: "snippet", textContent: mail.Snippet }),
  );
  if (mail.ID === shown) link.setAttribute("aria-current", "true");
  return link;
}

async function refresh() {
  const query = search.value.trim();
  const path = query
    ? `/api/v1/search?limit=${LIMIT}&query=${encodeURIComponent(query)}`
    : `/api/v1/messages?limit=${LIMIT}`;
  try {
    draw(await load(path), query);
  } catch {
    document.querySelector("#count").textContent = "The stack is not running";
  }
}

function draw(page, query) {
  const state = JSON.stringify([page, shown]);
  if (state === lastList) return;
  lastList = state;
  document.querySelector("#count").textContent = query
    ? `${page.messages_count} found`
    : `${page.total} ${page.total === 1 ? "mail" : "mails"}, ${page.unread} unread`;
  document.title = page.unread ? `(${page.unread}) Mailbox · Albumen` : "Mailbox · Albumen";
  const empty = document.querySelector("#nothing").content.cloneNode(true);
  list.replaceChildren(...(page.messages.length || query ? page.messages.map(row) : [empty]));
}

/** Text with its web addresses made links; nothing of it is read as HTML. */
function linked(text) {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((piece, index) =>
    index % 2 ? element("a", { href: piece, textContent: piece, target: "_blank", rel: "noreferrer" }) : piece,
  );
}

function codeOf(mail) {
  const text = mail.Text || new DOMParser().parseFromString(mail.HTML, "text/html").body.textContent;
  return `${mail.Subject}\n${text}`.match(/(?<![\d#&.])\d{6}(?![\d.])/)?.[0];
}

function codeBox(code) {
  const button = element("button", { type: "button", textContent: "Copy code" });
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(code);
    button.textContent = "Copied";
  });
  return element("div", { className: "code" }, element("output", { textContent: code }), button);
}

function body(mail) {
  const text = element("pre", {}, ...linked(mail.Text));
  if (!mail.HTML) return [text];
  const frame = element("iframe", { title: "The mail", src: `/view/${mail.ID}.html` });
  frame.setAttribute("sandbox", "allow-popups allow-popups-to-escape-sandbox");
  if (!mail.Text) return [frame];
  const choose = (label, view, other) => {
    const button = element("button", { type: "button", textContent: label });
    button.addEventListener("click", () => {
      view.hidden = false;
      other.hidden = true;
      for (const each of button.parentElement.children) each.setAttribute("aria-pressed", each === button);
    });
    button.setAttribute("aria-pressed", view === frame);
    return button;
  };
  text.hidden = true;
  const views = element("div", { className: "views" }, choose("HTML", frame, text), choose("Text", text, frame));
  return [views, frame, text];
}

function files(mail) {
  const all = [...mail.Inline, ...mail.Attachments].map((file) =>
    element("li", {}, element("a", {
      href: `/api/v1/message/${mail.ID}/part/${file.PartID}`,
      textContent: `${file.FileName || "attachment"} (${Math.ceil(file.Size / 1024)} KB)`,
    })),
  );
  return all.length ? [element("ul", { className: "files" }, ...all)] : [];
}

function facts(mail) {
  const pairs = [["From", person(mail.From)], ["To", people(mail.To)], ["Cc", people(mail.Cc)],
    ["Reply to", people(mail.ReplyTo)], ["Date", new Date(mail.Date).toLocaleString()]];
  const known = pairs.filter(([, value]) => value);
  return element("dl", {}, ...known.flatMap(([name, value]) =>
    [element("dt", { textContent: name }), element("dd", { textContent: value })]));
}

async function open() {
  const id = location.hash.slice(1);
  shown = id;
  document.body.classList.toggle("reading", id !== "");
  if (!id) return sheet.replaceChildren();
  try {
    const mail = await load(`/api/v1/message/${encodeURIComponent(id)}`);
    if (shown !== id) return;
    const code = codeOf(mail);
    sheet.replaceChildren(
      element("button", { type: "button", className: "back", textContent: "← All mail", onclick: () => { location.hash = ""; } }),
      element("h2", { textContent: mail.Subject || "(no subject)" }),
      facts(mail),
      ...(code ? [codeBox(code)] : []),
      ...body(mail),
      ...files(mail),
    );
  } catch {
    sheet.replaceChildren(element("p", { className: "nothing", textContent: "This mail is gone." }));
  }
  refresh();
}

document.querySelector("#clear").addEventListener("click", async () => {
  if (!confirm("Delete all mails?")) return;
  await fetch("/api/v1/messages", { method: "DELETE" });
  location.hash = "";
  refresh();
});
search.addEventListener("input", refresh);
window.addEventListener("hashchange", open);
setInterval(() => document.hidden || refresh(), INTERVAL);
document.addEventListener("visibilitychange", refresh);
await open();
refresh();
