// What the theme does for the pages of the book: light or dark as the reader chose, else as the system is.
(() => {
  "use strict";
  const choice = localStorage.getItem("mode") || "auto";
  const dark = choice === "dark" || (choice === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
})();
