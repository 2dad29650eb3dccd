// Numbers that answer: a number opens its card. Cards come as scripts of their own, so that they open from
// disk too; what a script cannot do, the link does, which leads to the same answer as a page.
(() => {
  "use strict";

  const answers = new Map(); // by the address of the script that brought it
  window.townbookEvidence = (html) => answers.set(document.currentScript.src, html);

  const fetchAnswer = (address) =>
    new Promise((resolve, reject) => {
      if (answers.has(address)) return resolve(answers.get(address));
      const script = document.createElement("script");
      script.src = address;
      script.onload = () => (answers.has(address) ? resolve(answers.get(address)) : reject());
      script.onerror = reject;
      document.head.append(script);
    });

  let card; // the one that is open
  let opener; // the number that opened it
  let trail = []; // addresses of the pages seen in it

  const close = () => {
    if (!card) return;
    card.remove();
    card = undefined;
    trail = [];
    opener.focus({ preventScroll: true });
  };

  const place = () => {
    const number = opener.getBoundingClientRect();
    const { innerWidth, scrollX, scrollY } = window;
    if (innerWidth <= 600) return; // a sheet at the foot of the screen, by style
    const width = card.offsetWidth;
    const left = Math.min(Math.max(8, number.left), innerWidth - width - 8);
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${number.bottom + scrollY + 6}px`;
  };

  const makeButton = (text, act) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.addEventListener("click", act);
    return button;
  };

  const show = async (page) => {
    let html;
    try {
      html = await fetchAnswer(page.replace(/\.html$/, ".js"));
    } catch {
      window.location.href = page;
      return;
    }
    trail.push(page);
    if (!card) {
      card = document.createElement("aside");
      card.className = "evidence-card bd-article";
      card.setAttribute("role", "dialog");
      card.tabIndex = -1;
      document.body.append(card);
    }
    const bar = document.createElement("p");
    bar.className = "evidence-bar";
    if (trail.length > 1) {
      bar.append(makeButton("Back", () => { trail.pop(); show(trail.pop()); }));
    }
    const link = document.createElement("a");
    link.href = page;
    link.textContent = "Open as a page";
    bar.append(link, makeButton("Close", close));
    const body = document.createElement("div");
    body.innerHTML = html;
    for (const inner of body.querySelectorAll("a[href]")) {
      inner.href = new URL(inner.getAttribute("href"), page).href; // they count from the page of the number
    }
    card.replaceChildren(bar, body);
    card.dataset.page = page;
    card.setAttribute("aria-label", body.querySelector(".evidence-title").textContent);
    place();
    card.focus({ preventScroll: true });
    card.scrollTop = 0;
    card.scrollIntoView({ block: "nearest" });
  };

  document.addEventListener("click", (event) => {
    const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    const number = event.target.closest("a[data-ref][href]");
    if (number && plain) {
      event.preventDefault();
      if (!card || !card.contains(number)) {
        close();
        opener = number;
      }
      show(number.href);
    } else if (card && !card.contains(event.target) && event.target.isConnected) {
      close();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && card) close();
  });
})();
