// The forms of the API page: call the address and show the answer, as text only.
"use strict";

function addressOf(form) {
  const query = new URLSearchParams();
  let path = form.dataset.path;
  for (const field of form.querySelectorAll("input, select")) {
    if (field.dataset.place === "path") {
      path = path.replace(`{${field.name}}`, encodeURIComponent(field.value));
    } else if (field.value !== "") {
      query.set(field.name, field.value);
    }
  }
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}

async function call(form) {
  const answer = form.querySelector(".nm-try__answer");
  const address = addressOf(form);
  answer.textContent = `GET ${address} …`;
  try {
    const response = await fetch(address, { headers: { Accept: "application/json" } });
    const body = JSON.stringify(await response.json(), null, 2);
    answer.textContent = `GET ${address}\n${response.status} ${response.statusText}\n\n${body}`;
  } catch (error) {
    answer.textContent = `GET ${address}\n${error}`;
  }
}

for (const form of document.querySelectorAll(".nm-try")) {
  form.hidden = false;
  form.previousElementSibling.hidden = true;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    call(form);
  });
}

// An address such as #list_overlaps opens what it names.
function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target instanceof HTMLDetailsElement) {
    target.open = true;
    target.scrollIntoView();
  }
}
addEventListener("hashchange", openTarget);
openTarget();
