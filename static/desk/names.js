/* Names that complete themselves: tags as chips, credits as plain fields. Follows the ARIA combobox pattern. */

window.desk = window.desk || {}
;(() => {
  const translate = window.gettext || ((text) => text)
  let lists = 0

  /* Offers names below an input. `choose(name, suggestion)` is called when one is taken, or typed and ended. */
  function complete(input, address, choose) {
    const list = document.createElement("ul")
    list.className = "suggestions"
    list.id = "suggestions-" + ++lists
    list.hidden = true
    list.setAttribute("role", "listbox")
    input.after(list)
    input.setAttribute("role", "combobox")
    input.setAttribute("aria-autocomplete", "list")
    input.setAttribute("aria-controls", list.id)
    input.setAttribute("aria-expanded", "false")
    let shown = []
    let at = -1
    let asked = 0
    let wait = 0

    const close = () => {
      asked++
      clearTimeout(wait)
      list.hidden = true
      at = -1
      input.setAttribute("aria-expanded", "false")
      input.removeAttribute("aria-activedescendant")
    }
    const mark = (to) => {
      at = to
      ;[...list.children].forEach((row, number) => row.setAttribute("aria-selected", String(number === at)))
      if (at < 0) input.removeAttribute("aria-activedescendant")
      else {
        input.setAttribute("aria-activedescendant", list.children[at].id)
        list.children[at].scrollIntoView({ block: "nearest" })
      }
    }
    const take = (suggestion) => {
      close()
      choose(suggestion.name, suggestion)
    }
    const fill = async () => {
      const turn = ++asked
      const typed = input.value.trim()
      if (!typed) return close()
      let results = []
      try {
        const answer = await fetch(address + "?" + new URLSearchParams({ q: typed }))
        if (answer.ok) results = (await answer.json()).results
      } catch {
        return
      }
      if (turn !== asked || document.activeElement !== input) return
      shown = results
      list.replaceChildren(...shown.map(row))
      list.hidden = !shown.length
      input.setAttribute("aria-expanded", String(!!shown.length))
      at = -1
    }
    const row = (suggestion, number) => {
      const line = document.createElement("li")
      line.id = list.id + "-" + number
      line.setAttribute("role", "option")
      const name = document.createElement("bdi")
      name.textContent = suggestion.name
      const note = document.createElement("small")
      note.textContent = [suggestion.also, suggestion.kind, suggestion.articles].filter(Boolean).join(" · ")
      line.append(name, note)
      line.addEventListener("mousedown", (event) => {
        event.preventDefault()
        take(suggestion)
      })
      return line
    }
    input.addEventListener("input", () => {
      clearTimeout(wait)
      wait = setTimeout(fill, 120)
    })
    input.addEventListener("blur", close)
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (list.hidden) return
        event.preventDefault()
        const step = event.key === "ArrowDown" ? 1 : -1
        mark((at + step + shown.length + (at < 0 && step < 0 ? 1 : 0)) % shown.length)
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault()
        close()
      } else if (event.key === "Enter") {
        event.preventDefault() // it would send the form
        if (at >= 0) take(shown[at])
        else if (input.value.trim()) {
          close()
          choose(input.value, null)
        }
      }
    })
  }

  const same = (one, other) => fold(one) === fold(other)
  const fold = (name) =>
    name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ı/g, "i").replace(/\s+/g, " ").trim()

  /* A textarea of names, one a line, as chips with a field behind them. The textarea is what is sent. */
  function chips(textarea) {
    const known = new Map(Object.entries(JSON.parse(textarea.dataset.known)))
    let names = textarea.value.split("\n").map((name) => name.trim()).filter(Boolean)
    const box = document.createElement("div")
    box.className = "names-box"
    const list = document.createElement("ul")
    list.className = "names"
    const input = document.createElement("input")
    input.type = "text"
    input.autocomplete = "off"
    input.id = textarea.id + "_input"
    const status = document.createElement("span")
    status.className = "visually-hidden"
    status.setAttribute("role", "status")
    const place = document.createElement("div")
    place.className = "names__input"
    place.append(input)
    box.append(list, place, status)
    textarea.before(box)
    textarea.hidden = true
    textarea.labels[0]?.setAttribute("for", input.id)
    if (textarea.getAttribute("aria-describedby")) {
      input.setAttribute("aria-describedby", textarea.getAttribute("aria-describedby"))
    }

    const keep = () => {
      textarea.value = names.join("\n")
      textarea.dispatchEvent(new Event("input", { bubbles: true }))
    }
    const draw = () => {
      const top = list.scrollTop
      list.replaceChildren(...names.map(chip))
      list.scrollTop = top
    }
    const chip = (name, number) => {
      const line = document.createElement("li")
      const kind = known.get(name)
      line.className = kind === undefined ? "name name--new" : "name"
      const text = document.createElement("bdi")
      text.textContent = name
      const note = document.createElement("small")
      note.textContent = kind ?? translate("new")
      const move = document.createElement("button")
      move.type = "button"
      move.className = "name__move"
      move.textContent = "‹"
      move.hidden = number === 0
      move.setAttribute("aria-label", translate("Move forward:") + " " + name)
      move.addEventListener("click", () => {
        names.splice(number - 1, 0, ...names.splice(number, 1))
        keep()
        draw()
        list.children[number - 1].querySelector(number - 1 ? ".name__move" : ".name__remove").focus()
      })
      const remove = document.createElement("button")
      remove.type = "button"
      remove.className = "name__remove"
      remove.textContent = "×"
      remove.setAttribute("aria-label", translate("Remove") + " " + name)
      remove.addEventListener("click", () => {
        names.splice(number, 1)
        keep()
        draw()
        status.textContent = translate("Removed:") + " " + name
        ;(list.children[Math.min(number, names.length - 1)]?.querySelector(".name__remove") || input).focus()
      })
      line.append(text, ...(note.textContent ? [note] : []), move, remove)
      return line
    }
    const add = (typed, suggestion) => {
      const name = typed.replace(/\s+/g, " ").trim()
      input.value = ""
      if (!name) return
      if (suggestion) known.set(suggestion.name, suggestion.kind)
      if (names.some((each) => same(each, name))) return
      names.push(name)
      keep()
      draw()
      list.scrollTop = list.scrollHeight
      status.textContent = translate("Added:") + " " + name
      if (!suggestion) recognise(name)
    }
    /* A name that was typed to its end may be a spelling of one that is known. */
    const recognise = async (name) => {
      const answer = await fetch(textarea.dataset.suggest + "?" + new URLSearchParams({ q: name })).catch(() => null)
      if (!answer?.ok) return
      const found = (await answer.json()).results.find((each) => same(each.name, name) || same(each.also, name))
      const number = names.indexOf(name)
      if (!found || number < 0) return
      known.set(found.name, found.kind)
      if (names.includes(found.name) && found.name !== name) names.splice(number, 1)
      else names[number] = found.name
      keep()
      draw()
    }
    const addAll = (text) => text.split(/[,;\n]/).forEach((part) => add(part, null))
    complete(input, textarea.dataset.suggest, add)
    input.addEventListener("input", () => {
      if (/[,;\n]/.test(input.value)) addAll(input.value)
    })
    input.addEventListener("paste", (event) => {
      const text = event.clipboardData.getData("text")
      if (!/[,;\n]/.test(text)) return
      event.preventDefault()
      addAll(input.value + text)
    })
    input.addEventListener("keydown", (event) => {
      if (event.key === "Backspace" && !input.value && names.length && !event.repeat) {
        event.preventDefault()
        list.lastElementChild.querySelector(".name__remove").focus()
      }
    })
    input.addEventListener("change", () => addAll(input.value))
    textarea.form?.addEventListener("submit", () => addAll(input.value), { capture: true })
    draw()
  }

  function field(input) {
    if (input.id.includes("__prefix__") || input.hasAttribute("aria-autocomplete")) return
    complete(input, input.dataset.suggest, (name) => {
      input.value = name.trim()
      input.dispatchEvent(new Event("input", { bubbles: true }))
    })
  }

  for (const textarea of document.querySelectorAll("textarea.names-field")) chips(textarea)
  for (const input of document.querySelectorAll("input.name-field")) field(input)
  document.addEventListener("formset:added", (event) => {
    for (const input of event.target.querySelectorAll("input.name-field")) field(input)
  })
})()
