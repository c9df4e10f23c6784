// The key "/" leads to the search, wherever nobody is typing; without this script nothing is missing.
"use strict";

document.addEventListener("keydown", (event) => {
  const field = document.getElementById("search") ?? document.getElementById("term");
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && field && !typing) {
    event.preventDefault();
    field.focus();
    field.select();
  }
});
