// Should I write, to whom, how? The form holds the whole decision: each answer names the question
// or the advice that it leads to. Answers stay in the page; nothing is stored or sent.

/**
 * Where picked answers lead: the questions asked in order, and the advice once none is open.
 * `questions` maps a question to its answers, an answer to {next, end, situation, because};
 * `picks` maps a question to an answer.
 */
export function follow(questions, first, picks) {
  const asked = [];
  const reasons = [];
  let situation = null;
  for (let question = first; question; ) {
    asked.push(question);
    const answer = questions[question][picks[question]];
    if (!answer) return { asked, end: null, situation: null, reasons: [] };
    situation = answer.situation ?? situation;
    if (answer.because) reasons.push(answer.because);
    if (answer.end) return { asked, end: answer.end, situation, reasons };
    question = answer.next;
  }
  throw new Error("an answer leads nowhere");
}

export function mountChooser(form) {
  const asks = [...form.querySelectorAll("[data-question]")];
  const questions = Object.fromEntries(asks.map((ask) => [ask.dataset.question, answers(ask)]));
  const view = {
    asks,
    advice: form.querySelector("[data-advice]"),
    status: form.querySelector("[data-next-question]"),
    again: form.querySelector("[data-again]"),
  };
  const update = () => {
    const picks = Object.fromEntries(new FormData(form));
    show(form, view, follow(questions, form.dataset.choose, picks));
  };
  form.reset();
  form.addEventListener("change", () => {
    update();
    reveal(view);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => {
    setTimeout(() => {
      update();
      asks[0].querySelector("input").focus();
    });
  });
  update();
  foldTables(document.querySelector("[data-tables]"));
}

/** Fold the same questions as tables away, but on paper, where there is no form. */
function foldTables(tables) {
  tables.open = tables.contains(document.getElementById(location.hash.slice(1)));
  addEventListener("beforeprint", () => {
    tables.open = true;
  });
}

/** The answers of a question by their values, as its radio buttons carry them. */
function answers(ask) {
  const inputs = [...ask.querySelectorAll("input")];
  return Object.fromEntries(inputs.map(({ value, dataset }) => [value, { ...dataset }]));
}

function show(form, view, { asked, end, situation, reasons }) {
  for (const ask of view.asks) {
    ask.hidden = !asked.includes(ask.dataset.question);
    if (ask.hidden) for (const input of ask.querySelectorAll(":checked")) input.checked = false;
    ask.classList.toggle("is-answered", ask.querySelector(":checked") !== null);
  }
  const open = view.asks.find((ask) => ask.dataset.question === asked.at(-1));
  view.status.textContent =
    end || asked.length === 1 ? "" : `Next question: ${open.querySelector("legend").textContent}`;
  view.again.hidden = asked.length === 1 && !end;
  view.advice.replaceChildren(...(end ? written(form, { end, situation, reasons }) : []));
}

/** The advice as elements: the verdict and why, the reader's own reasons, the note, further pages. */
function written(form, { end, situation, reasons }) {
  const advice = form.querySelector(`template[data-end="${end}"]`).content.cloneNode(true);
  const why = advice.querySelector("[data-why]");
  for (const reason of reasons) {
    const paragraph = document.createElement("p");
    paragraph.className = "advice__because";
    paragraph.textContent = reason;
    why.before(paragraph);
  }
  if (situation) {
    why.after(form.querySelector(`template[data-letter="${situation}"]`).content.cloneNode(true));
  }
  return advice.childNodes;
}

/** Bring what an answer has opened into the window, and move nothing if it is there already. */
function reveal({ asks, advice }) {
  const open = asks.findLast((ask) => !ask.hidden);
  const target = advice.childElementCount ? advice : open;
  target.scrollIntoView({ block: "nearest" });
}
