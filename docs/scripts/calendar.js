// Reminders after a note: the days counted from one that the reader picks, and a calendar file of
// them, made in the page. generator/publish/calendar.py writes the same bytes.

const PRODUCT = "-//Afternote//Follow-ups//EN";
const FIRST_YEAR = 1970;
const LAST_YEAR = 2199;
const LINE_OCTETS = 74;
const DAY = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;
const MS_PER_DAY = 86_400_000;

/** A day written YYYY-MM-DD as days since 1970, or null where there is no such day. */
export function parseDay(text) {
  const [, year, month, day] = (DAY.exec(text.trim()) ?? []).map(Number);
  const time = Date.UTC(year, month - 1, day);
  const isDay = new Date(time).getUTCMonth() === month - 1 && day > 0;
  return isDay && year >= FIRST_YEAR && year <= LAST_YEAR ? time / MS_PER_DAY : null;
}

/** The reminders `steps` ({id, after, title, text}) counted from a day, as an .ics file. */
export function calendarFile({ subject, host, url, steps }, picked) {
  const lines = ["BEGIN:VCALENDAR", `PRODID:${PRODUCT}`, "VERSION:2.0", "CALSCALE:GREGORIAN"];
  for (const { id, after, title, text } of steps) {
    const day = compact(picked + after);
    lines.push(
      "BEGIN:VEVENT",
      `UID:${day}-${subject}-${id}@${host}`,
      `DTSTAMP:${compact(picked)}T000000Z`,
      `DTSTART;VALUE=DATE:${day}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(text)}`,
      "CLASS:PRIVATE",
      "TRANSP:TRANSPARENT",
      ...(url ? [`URL:${url}`] : []),
      "END:VEVENT",
    );
  }
  lines.push("END:VCALENDAR");
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function compact(day) {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10).replaceAll("-", "");
}

function escaped(text) {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

/** A line cut where it would pass 75 octets with the space that the next one begins with. */
function folded(line) {
  let octets = 0;
  let whole = "";
  for (const sign of line) {
    const size = new TextEncoder().encode(sign).length;
    if (octets + size > LINE_OCTETS) {
      whole += "\r\n ";
      octets = 0;
    }
    octets += size;
    whole += sign;
  }
  return whole;
}

export function mountCalendar(form) {
  const rows = [...form.querySelectorAll("[data-step]")];
  const plan = { ...form.dataset, steps: rows.map(step) };
  const counts = rows.map((row) => row.querySelector("[data-when]").textContent);
  const input = form.elements.day;
  const said = form.querySelector("[data-said]");
  const update = () => {
    const picked = parseDay(input.value);
    rows.forEach((row, i) => {
      const words = picked === null ? counts[i] : written(picked + plan.steps[i].after);
      row.querySelector("[data-when]").textContent = words;
    });
    said.textContent = "";
  };
  input.value = today();
  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const picked = parseDay(input.value);
    if (picked === null) return;
    save(calendarFile(plan, picked), `afternote-${input.value}.ics`);
    said.textContent = "Saved. Open the file to add the days.";
  });
  update();
}

function step(row) {
  const words = (name) => row.querySelector(`[data-${name}]`).textContent;
  const { step: id, after } = row.dataset;
  return { id, after: Number(after), title: words("title"), text: words("text") };
}

/** A day in the reader's own way of writing the page's language. */
function written(day) {
  const page = document.documentElement.lang;
  const locale = navigator.languages.find((own) => own.split("-")[0] === page) ?? page;
  const style = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  return new Intl.DateTimeFormat(locale, style).format(new Date(day * MS_PER_DAY));
}

function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function save(text, name) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/calendar" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
