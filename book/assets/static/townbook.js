// Small things, without which the pages are complete: the list of editions, links to those that are
// published, and frames that scroll made reachable by keyboard.
(() => {
  "use strict";

  const listEditions = () => {
    const nav = document.querySelector("nav.edition");
    const editions = window.townbookEditions;
    if (!nav || !Array.isArray(editions)) return;
    const { edition, language, page, up } = nav.dataset;
    const others = editions.filter((other) => other.id !== edition);
    if (others.length === 0) return;

    const details = document.createElement("details");
    const summary = document.createElement("summary");
    const current = nav.querySelector(".edition-current");
    const landing = current.getAttribute("href");
    summary.className = "edition-current";
    summary.append(...current.childNodes);
    const list = document.createElement("ul");

    const add = (href, text, status) => {
      const link = document.createElement("a");
      link.href = href;
      link.textContent = text;
      if (status) {
        const mark = document.createElement("span");
        mark.className = `edition-status edition-${status}`;
        mark.textContent = status;
        link.append(" ", mark);
      }
      const item = document.createElement("li");
      item.append(link);
      list.append(item);
    };
    for (const other of others) {
      // The same page where that edition has it, else its front page.
      const tongue = other.languages.includes(language) ? language : other.languages[0];
      const same = other.pages[tongue].includes(page) ? page : "index";
      add(`${up}/../../${other.id}/${tongue}/${same}.html`, `Edition ${other.id}`, other.status);
    }
    add(landing, "All editions");

    details.append(summary, list);
    details.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && details.open) {
        details.open = false;
        summary.focus();
      }
    });
    document.addEventListener("click", (event) => {
      if (!details.contains(event.target)) details.open = false;
    });
    nav.replaceChildren(details);
  };

  // Pages cannot know whether another edition stands beside them: an archive holds one, and a later one may
  // be published when they are long made. Where it does, links into it lead there, else nowhere. Without
  // scripts they lead to the list of published editions, or are words.
  const linkEditions = () => {
    const editions = window.townbookEditions ?? [];
    const there = new Set(editions.flatMap(({ id, languages }) => languages.map((tongue) => `${id}/${tongue}`)));
    for (const link of document.querySelectorAll("a[data-there]")) {
      if (there.has(link.dataset.edition)) link.href = link.dataset.there;
      else link.removeAttribute("href");
    }
  };

  const nameScroller = (frame) => {
    const label = frame.dataset.scrolls;
    const attribute = document.getElementById(label) ? "aria-labelledby" : "aria-label";
    if (frame.scrollWidth > frame.clientWidth) {
      frame.tabIndex = 0;
      frame.setAttribute("role", "region");
      frame.setAttribute(attribute, label);
    } else {
      for (const name of ["tabindex", "role", attribute]) frame.removeAttribute(name);
    }
  };

  const nameScrollers = () => {
    const observer = new ResizeObserver((changes) => {
      for (const change of changes) nameScroller(change.target.closest("[data-scrolls]"));
    });
    for (const frame of document.querySelectorAll("[data-scrolls]")) {
      nameScroller(frame);
      // What is in it grows when the Chinese face arrives.
      observer.observe(frame);
      observer.observe(frame.firstElementChild);
    }
  };

  const start = () => {
    listEditions();
    linkEditions();
    nameScrollers();
  };
  // Not earlier: the list of editions comes with a script that stands behind this one.
  document.addEventListener("DOMContentLoaded", start);
})();
