/* The article form: counts of characters, the order of credits, keys, and a word before unsaved text is left. */

;(() => {
  const translate = window.gettext || ((text) => text)
  const form = document.getElementById("article_form")
  if (!form) return

  /* How long a headline is, against the length to aim at. */
  for (const box of document.querySelectorAll(".counted")) {
    const field = box.querySelector("textarea")
    const count = box.querySelector(".counted__number")
    const aim = Number(box.dataset.aim)
    const show = () => {
      const length = [...field.value].length
      count.textContent = length
      box.classList.toggle("counted--over", length > aim)
    }
    field.addEventListener("input", show)
    show()
  }
  const headline = document.getElementById("id_headline")
  headline?.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) event.preventDefault() // a headline is one line
  })

  /* Credits are moved by buttons; their numbers follow the rows. */
  const group = document.getElementById("bylines-group")
  if (group) {
    const rows = () => [...group.querySelectorAll("tr.form-row:not(.empty-form)")]
    const number = () =>
      rows().forEach((row, at) => {
        const field = row.querySelector(".byline-position")
        if (field) field.value = at
        row.querySelector(".row-move--up")?.toggleAttribute("disabled", at === 0)
        row.querySelector(".row-move--down")?.toggleAttribute("disabled", at === rows().length - 1)
      })
    const button = (row, direction, sign, label) => {
      const made = document.createElement("button")
      made.type = "button"
      made.className = "row-move row-move--" + direction
      made.textContent = sign
      made.title = translate(label)
      made.setAttribute("aria-label", translate(label))
      made.addEventListener("click", () => {
        const all = rows()
        const at = all.indexOf(row)
        if (direction === "up" && at > 0) all[at - 1].before(row)
        if (direction === "down" && at < all.length - 1) all[at + 1].after(row)
        number()
        form.dispatchEvent(new Event("input"))
        ;(made.disabled ? row.querySelector(".row-move:not([disabled])") : made)?.focus()
      })
      return made
    }
    const enhance = (row) => {
      const cell = row.querySelector(".field-position")
      if (!cell || cell.querySelector(".row-move")) return
      cell.append(button(row, "up", "↑", "Move up"), button(row, "down", "↓", "Move down"))
    }
    group.classList.add("bylines--ordered")
    rows().forEach(enhance)
    number()
    document.addEventListener("formset:added", (event) => {
      enhance(event.target)
      number()
      event.target.querySelector("input.name-field")?.focus()
    })
    document.addEventListener("formset:removed", number)
  }

  /* Ctrl+S saves and stays; nothing here ever publishes. */
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return
    const save = form.querySelector("[name=_continue]")
    if (!save) return
    event.preventDefault()
    form.requestSubmit(save)
  })

  let changed = false
  form.addEventListener("input", () => {
    changed = true
  })
  form.addEventListener("submit", () => {
    changed = false
  })
  window.addEventListener("beforeunload", (event) => {
    if (changed) event.preventDefault()
  })
})()
