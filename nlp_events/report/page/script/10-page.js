// Elements: h("p", {class: "note"}, "text", child). Strings become text; functions named on… become listeners.
const SVG = "http://www.w3.org/2000/svg";

function h(tag, attributes, ...children) {
  return built(document.createElement(tag), attributes, children);
}

function s(tag, attributes, ...children) {
  return built(document.createElementNS(SVG, tag), attributes, children);
}

function built(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  put(element, ...children);
  return element;
}

function put(element, ...children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    if (child instanceof Node) element.append(child);
    else putText(element, String(child));
  }
  return element;
}

// Text as it is; a character that turns text round stands isolated, with its code point shown.
function putText(element, text) {
  if (!CONTROLS.test(text)) {
    element.append(text);
    return;
  }
  for (const piece of text.split(new RegExp(`(${CONTROLS.source})`))) {
    if (!CONTROLS.test(piece) || element.namespaceURI === SVG || element.tagName === "OPTION") element.append(piece);
    else {
      const code = `U+${piece.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
      element.append(h("span", { class: "control", "data-code": code }, document.createTextNode(piece)));
    }
  }
}

function $(id) {
  return document.getElementById(id);
}

function say(message) {
  $("status").textContent = message;
}

function plain(text) {
  return text.replace(new RegExp(CONTROLS.source, "g"), "\ufffd");
}

// Give a file to the reader.
function save(name, type, parts) {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  const link = h("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
