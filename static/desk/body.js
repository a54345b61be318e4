/* The rich-text editor of a body: Tiptap as django-prose-editor packs it, with our vocabulary and a toolbar of buttons.
 *
 * The textarea is what is sent. It stays as it is until somebody changes the text, so a body that was only looked at
 * is stored to the letter. Without JavaScript, or when the editor does not load, the textarea shows the HTML.
 */

const translate = window.gettext || ((text) => text)

for (const textarea of document.querySelectorAll("textarea.body-field")) {
  // A read-only attribute in the page holds the hashed address of the editor: no import map, no inline script.
  import(textarea.dataset.editor)
    .then((kit) => start(kit, textarea))
    .catch((error) => console.error("The editor did not load:", error))
}

function start(kit, textarea) {
  const frame = kit.crel("div", { className: "editor" })
  const photos = new Map()
  textarea.before(frame)
  const editor = new kit.Editor({
    element: frame,
    injectCSS: false, // it would be an inline style, which our policy forbids; desk/editor.css has the rules
    content: textarea.value,
    extensions: vocabulary(kit, photos),
    editorProps: {
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-labelledby": textarea.id + "_label",
        dir: "auto",
        lang: languageOf(textarea),
        spellcheck: "true",
      },
    },
  })
  textarea.hidden = true
  textarea.labels[0]?.addEventListener("click", () => editor.commands.focus())
  frame.prepend(toolbar(kit, editor, textarea, photos))
  editor.on("update", () => {
    textarea.value = tidy(editor.getHTML())
    textarea.dispatchEvent(new Event("input", { bubbles: true }))
  })
  showPhotos(textarea, photos, editor)
}

function languageOf(textarea) {
  return textarea.form?.elements.namedItem("language")?.value || ""
}

/* The nodes and marks that articles.markup knows, and no others. */
function vocabulary(kit, photos) {
  return [
    kit.Document,
    kit.Paragraph,
    kit.Text,
    kit.Heading.configure({ levels: [2, 3] }),
    kit.Blockquote,
    kit.BulletList,
    kit.OrderedList,
    kit.ListItem,
    kit.HorizontalRule,
    kit.HardBreak,
    preformatted(kit),
    table(kit),
    kit.TableRow,
    kit.TableHeader,
    kit.TableCell,
    figure(kit, photos),
    kit.Bold,
    kit.Italic,
    kit.Subscript,
    kit.Superscript,
    kit.Link.configure({ enableTarget: false, autolink: false, protocols: ["http", "https", "mailto", "tel"] }),
    kit.History,
    kit.Dropcursor,
    kit.Gapcursor,
  ]
}

function preformatted(kit) {
  return kit.CodeBlock.extend({
    marks: "_",
    parseHTML: () => [{ tag: "pre", preserveWhitespace: "full" }],
    renderHTML: () => ["pre", 0],
  })
}

/* Tiptap has no captions: ours rides along as an attribute and comes back in tidy(). */
function table(kit) {
  return kit.Table.extend({
    addAttributes() {
      return {
        ...this.parent?.(),
        caption: {
          default: null,
          parseHTML: (element) => element.querySelector(":scope > caption")?.innerHTML || null,
          renderHTML: ({ caption }) => (caption ? { "data-caption": caption } : {}),
        },
      }
    },
    parseHTML: () => [{ tag: "table" }, { tag: "caption", ignore: true }],
  })
}

function figure(kit, photos) {
  return kit.Node.create({
    name: "photo",
    group: "block",
    atom: true,
    draggable: true,
    addAttributes: () => ({
      photo: {
        default: null,
        parseHTML: (element) => element.dataset.photo,
        renderHTML: ({ photo }) => ({ "data-photo": photo }),
      },
    }),
    parseHTML: () => [{ tag: "figure[data-photo]" }],
    renderHTML: ({ HTMLAttributes }) => ["figure", HTMLAttributes],
    addNodeView:
      () =>
      ({ node }) => {
        const dom = kit.crel("figure", { className: "editor-photo", contentEditable: "false" })
        dom.dataset.photo = node.attrs.photo
        fillPhoto(dom, photos.get(String(node.attrs.photo)))
        return { dom }
      },
  })
}

function fillPhoto(dom, photo) {
  const number = dom.dataset.photo
  const caption = document.createElement("figcaption")
  caption.dir = "auto"
  if (!photo) {
    caption.textContent = translate("Photo") + " " + number
    dom.replaceChildren(caption)
    return
  }
  const image = document.createElement("img")
  image.src = photo.thumb
  image.alt = photo.alt
  caption.textContent = [photo.caption || photo.title, photo.credit].filter(Boolean).join(" · ")
  dom.replaceChildren(image, caption)
}

/* Which photos the body shows is known to the server; asked once for all of them. */
async function showPhotos(textarea, photos, editor) {
  const numbers = [...textarea.value.matchAll(/<figure data-photo="(\d+)">/g)].map((found) => found[1])
  if (!numbers.length) return
  const answer = await fetch(textarea.dataset.photos + "?ids=" + numbers.slice(0, 200).join(","))
  if (!answer.ok) return
  for (const photo of (await answer.json()).results) photos.set(String(photo.id), photo)
  for (const dom of editor.view.dom.querySelectorAll(".editor-photo")) fillPhoto(dom, photos.get(dom.dataset.photo))
}

/* The HTML of the editor in the form in which bodies are stored: one block a line, as articles.markup writes it. */
function tidy(html) {
  const page = new DOMParser().parseFromString(html, "text/html")
  for (const cell of page.querySelectorAll("li, td, th")) {
    if (cell.firstElementChild?.tagName === "P" && !cell.firstElementChild.nextElementSibling) {
      cell.replaceChildren(...cell.firstElementChild.childNodes)
    }
    for (const name of ["colspan", "rowspan"]) if (cell.getAttribute(name) === "1") cell.removeAttribute(name)
    for (const name of ["style", "colwidth"]) cell.removeAttribute(name)
  }
  for (const table of page.querySelectorAll("table")) {
    table.removeAttribute("style")
    const head = []
    for (const row of table.rows) {
      if ([...row.cells].some((cell) => cell.tagName !== "TH")) break
      head.push(row)
    }
    if (head.length && head.length < table.rows.length) table.createTHead().append(...head)
    if (table.dataset.caption) {
      table.createCaption().innerHTML = table.dataset.caption
      table.removeAttribute("data-caption")
    }
  }
  const blocks = [...page.body.children].filter((block) => block.tagName !== "P" || block.textContent.trim())
  return blocks.map((block) => block.outerHTML).join("\n")
}

const BUTTONS = [
  ["text", "¶", "Text", (chain) => chain.setParagraph(), "paragraph"],
  ["heading", "H2", "Heading", (chain) => chain.toggleHeading({ level: 2 }), "heading", { level: 2 }],
  ["heading", "H3", "Smaller heading", (chain) => chain.toggleHeading({ level: 3 }), "heading", { level: 3 }],
  ["quote", "“ ”", "Quotation", (chain) => chain.toggleBlockquote(), "blockquote"],
  ["list", "•", "List", (chain) => chain.toggleBulletList(), "bulletList"],
  ["list", "1.", "Numbered list", (chain) => chain.toggleOrderedList(), "orderedList"],
  ["|"],
  ["bold", "B", "Strong", (chain) => chain.toggleBold(), "bold"],
  ["italic", "I", "Emphasis", (chain) => chain.toggleItalic(), "italic"],
  ["sub", "x₂", "Subscript", (chain) => chain.toggleSubscript(), "subscript"],
  ["sup", "x²", "Superscript", (chain) => chain.toggleSuperscript(), "superscript"],
  ["link", "Link", "Link", null, "link"],
  ["|"],
  ["photo", "Photo", "Insert a photo", null],
  ["table", "Table", "Insert a table", (chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true })],
  ["pre", "Columns", "Text in columns, as it is", (chain) => chain.toggleCodeBlock(), "codeBlock"],
  ["rule", "—", "Line", (chain) => chain.setHorizontalRule()],
  ["|"],
  ["undo", "↶", "Undo", (chain) => chain.undo()],
  ["redo", "↷", "Redo", (chain) => chain.redo()],
]

const TABLE_BUTTONS = [
  ["row", "+ Row", "Add a row below", (chain) => chain.addRowAfter()],
  ["row", "− Row", "Take the row away", (chain) => chain.deleteRow()],
  ["column", "+ Column", "Add a column after this", (chain) => chain.addColumnAfter()],
  ["column", "− Column", "Take the column away", (chain) => chain.deleteColumn()],
  ["head", "Heading cell", "Heading cell or not", (chain) => chain.toggleHeaderCell(), "tableHeader"],
  ["table", "− Table", "Take the table away", (chain) => chain.deleteTable()],
]

function toolbar(kit, editor, textarea, photos) {
  const bar = kit.crel("div", { className: "toolbar", role: "toolbar", "aria-label": translate("Formatting") })
  const inTable = kit.crel("div", { className: "toolbar__table", hidden: true })
  const count = kit.crel("span", { className: "toolbar__count" })
  const buttons = []
  const add = (parent, [name, sign, title, command, active, attributes]) => {
    if (name === "|") {
      parent.append(kit.crel("span", { className: "toolbar__gap" }))
      return
    }
    const button = kit.crel("button", {
      type: "button",
      className: "toolbar__button toolbar__button--" + name,
      textContent: translate(sign),
      title: translate(title),
      tabIndex: buttons.length ? -1 : 0,
      "aria-label": translate(title),
    })
    button.addEventListener("mousedown", (event) => event.preventDefault()) // the selection stays
    button.addEventListener("click", () => {
      if (name === "link") editor.chain().addLink().focus().run()
      else if (name === "photo") insertPhoto(editor, textarea, photos)
      else command(editor.chain().focus()).run()
    })
    buttons.push({ button, active, attributes, name })
    parent.append(button)
  }
  for (const each of BUTTONS) add(bar, each)
  for (const each of TABLE_BUTTONS) add(inTable, each)
  bar.append(inTable)
  bar.addEventListener("keydown", (event) => moveFocus(event, buttons))
  const update = () => {
    for (const { button, active, attributes, name } of buttons) {
      if (active) button.setAttribute("aria-pressed", String(editor.isActive(active, attributes)))
      if (name === "link") button.disabled = editor.state.selection.empty && !editor.isActive("link")
    }
    inTable.hidden = !editor.isActive("table")
    const words = editor.getText().match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length || 0
    const pattern = window.ngettext ? window.ngettext("%s word", "%s words", words) : "%s words"
    count.textContent = pattern.replace("%s", words.toLocaleString())
  }
  editor.on("transaction", update)
  update()
  editor.view.dom.closest(".editor").append(count)
  return bar
}

/* A toolbar is one stop for the Tab key; arrows move within it. */
function moveFocus(event, buttons) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  const shown = buttons.map((each) => each.button).filter((button) => button.offsetParent && !button.disabled)
  const at = shown.indexOf(document.activeElement)
  if (!step || at < 0) return
  event.preventDefault()
  const next = shown[(at + step + shown.length) % shown.length]
  for (const { button } of buttons) button.tabIndex = button === next ? 0 : -1
  next.focus()
}

async function insertPhoto(editor, textarea, photos) {
  const photo = await window.desk.pickPhoto(textarea.dataset.photos)
  if (!photo) return
  photos.set(String(photo.id), photo)
  editor
    .chain()
    .focus()
    .insertContent([{ type: "photo", attrs: { photo: String(photo.id) } }, { type: "paragraph" }])
    .run()
}
