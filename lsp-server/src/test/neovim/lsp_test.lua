-- Drives the language server from Neovim 0.7 or later:
--   VMCONF_LSP_CMD="bin/vmconf-lsp --stdio" VMCONF_LSP_DIR=DIR \
--     nvim --headless -u NONE -i NONE -n -c 'luafile lsp_test.lua'
-- DIR is an empty folder. VMCONF_LSP_CMD is split at blanks. The exit status is 1 when a check fails.
local passed, failed = 0, 0

local function out(text) io.stdout:write('\n' .. text) end

local function check(name, run)
  local start = vim.loop.hrtime()
  local ok, err = xpcall(run, debug.traceback)
  local ms = math.floor((vim.loop.hrtime() - start) / 1e6)
  if ok then
    passed = passed + 1
    out(('ok - %s (%d ms)'):format(name, ms))
  else
    failed = failed + 1
    out('not ok - ' .. name .. '\n' .. tostring(err))
  end
end

local exited

local function wait(what, condition)
  local done
  vim.wait(20000, function()
    done = condition()
    return done or exited
  end, 10)
  assert(done, (exited and 'the server has ended: ' or 'timed out: ') .. what)
end

local function write(path, lines) vim.fn.writefile(lines, path) end

local function keys(text)
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(text, true, false, true), 'tx', false)
end

local function main()
  local dir = vim.loop.fs_realpath(vim.env.VMCONF_LSP_DIR)
  local top, part = dir .. '/vm.conf', dir .. '/part.conf'
  write(part, { 'vm "b" {', '\tdisk "/b.img"', '\tmemry 1G', '}' })
  write(top, {
    'include "' .. part .. '"', 'switch "uplink" {', '\tinterface bridge0', '}',
    'vm "a" {', '\tdisk "/a.img"', '\tinterface { switch "uplnk" }', '}' })
  vim.cmd('edit ' .. vim.fn.fnameescape(top))
  local buf = vim.api.nvim_get_current_buf()
  vim.opt.completeopt = { 'menuone', 'noselect' }
  local id
  local uri = vim.uri_from_fname

  check('start', function()
    id = vim.lsp.start_client({
      name = 'vmconf',
      cmd = vim.split(vim.env.VMCONF_LSP_CMD, ' '),
      root_dir = dir,
      on_exit = function(code, signal) exited = { code, signal } end,
    })
    assert(vim.lsp.buf_attach_client(buf, id))
    wait('attach', function() return vim.lsp.buf_is_attached(buf, id) and vim.lsp.get_client_by_id(id) end)
    vim.bo[buf].omnifunc = 'v:lua.vim.lsp.omnifunc'
  end)

  check('diagnostics of a faulty file', function()
    wait('diagnostics', function() return #vim.diagnostic.get(buf) == 1 end)
    local found = vim.diagnostic.get(buf)[1]
    assert(found.message:find('switch "uplnk" is not defined', 1, true), found.message)
    assert(found.lnum == 6 and found.col == 20, vim.inspect(found))
    out('  ' .. found.message:gsub('\n', ' | '))
  end)

  check('diagnostics of its include, which is not open', function()
    local other = vim.uri_to_bufnr(uri(part))
    wait('diagnostics', function() return #vim.diagnostic.get(other) == 1 end)
    local found = vim.diagnostic.get(other)[1]
    assert(found.lnum == 2 and found.message:find('memry', 1, true), vim.inspect(found))
    out('  ' .. found.message:gsub('\n', ' | '))
  end)

  check('completion of `interface { sw` inserts switch', function()
    vim.api.nvim_buf_set_lines(buf, 6, -1, false, { '\tinterface { sw' })
    vim.api.nvim_win_set_cursor(0, { 7, 0 })
    _G.items = nil
    keys('A<C-x><C-o><Cmd>lua vim.wait(20000, function() return vim.fn.pumvisible() == 1 end, 10); '
      .. "_G.items = vim.fn.complete_info({ 'items' }).items<CR><C-n><C-y><Esc>")
    assert(_G.items and #_G.items == 1, vim.inspect(_G.items))
    local line = vim.api.nvim_buf_get_lines(buf, 6, 7, false)[1]
    assert(line:find('^\tinterface { switch'), line)
    out('  ' .. vim.trim(line))
  end)

  check('completion in an open quote names the switch', function()
    vim.api.nvim_buf_set_lines(buf, 6, -1, false, { '\tinterface { switch "' })
    vim.api.nvim_win_set_cursor(0, { 7, 0 })
    keys('A<C-x><C-o><Cmd>lua vim.wait(20000, function() return vim.fn.pumvisible() == 1 end, 10)<CR>'
      .. '<C-n><C-y> }<CR>}<Esc>')
    local line = vim.api.nvim_buf_get_lines(buf, 6, 7, false)[1]
    assert(vim.trim(line) == 'interface { switch "uplink" }', line)
    wait('no diagnostics', function() return #vim.diagnostic.get(buf) == 0 end)
    out('  ' .. vim.trim(line))
  end)

  check('hover', function()
    vim.api.nvim_win_set_cursor(0, { 6, 2 })
    local params = vim.lsp.util.make_position_params(0, vim.lsp.get_client_by_id(id).offset_encoding)
    local answer = vim.lsp.buf_request_sync(buf, 'textDocument/hover', params, 20000)
    local text = answer[id].result.contents.value
    assert(text:find('disk PATH', 1, true), text)
    out('  ' .. vim.split(text, '\n')[2])
  end)

  local function request(method, params)
    local answer = vim.lsp.buf_request_sync(buf, method, params, 20000)
    assert(answer and answer[id] and not answer[id].err, method .. ': ' .. vim.inspect(answer))
    return answer[id].result
  end

  local function place(line, column)
    vim.api.nvim_win_set_cursor(0, { line, column })
    return vim.lsp.util.make_position_params(0, vim.lsp.get_client_by_id(id).offset_encoding)
  end

  check('unsaved text of an include wins', function()
    local other = vim.uri_to_bufnr(uri(part))
    vim.fn.bufload(other)
    assert(vim.lsp.buf_attach_client(other, id))
    vim.api.nvim_buf_set_lines(other, 2, 3, false, { '\tmemory 1G' })
    wait('no diagnostics', function() return #vim.diagnostic.get(other) == 0 end)
    vim.api.nvim_buf_set_lines(other, 2, 3, false, { '\tmemory 0' })
    wait('another diagnostic', function() return #vim.diagnostic.get(other) == 1 end)
    vim.api.nvim_buf_set_lines(other, 2, 3, false, { '\tmemory 1G' })
    wait('no diagnostics', function() return #vim.diagnostic.get(other) == 0 end)
  end)

  check('code action replaces a mistyped name', function()
    vim.api.nvim_buf_set_lines(buf, 6, 7, false, { '\tinterface { switch "uplnk" }' })
    wait('diagnostics', function() return #vim.diagnostic.get(buf) == 1 end)
    local params = place(7, 22)
    params.range = { start = params.position, ['end'] = params.position }
    params.context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics(buf, 6) }
    local chosen
    for _, action in ipairs(request('textDocument/codeAction', params)) do
      if action.title:find('"uplink"', 1, true) then chosen = action end
    end
    assert(chosen, 'no such action')
    vim.lsp.util.apply_workspace_edit(chosen.edit, vim.lsp.get_client_by_id(id).offset_encoding)
    local line = vim.api.nvim_buf_get_lines(buf, 6, 7, false)[1]
    assert(vim.trim(line) == 'interface { switch "uplink" }', line)
    wait('no diagnostics', function() return #vim.diagnostic.get(buf) == 0 end)
  end)

  check('rename across files', function()
    vim.api.nvim_buf_set_lines(buf, -1, -1, false, { 'vm "b" instance "c" {', '\tdisk "/c.img"', '}' })
    local lines = vim.api.nvim_buf_get_lines(buf, 0, -1, false)
    local params
    for number, line in ipairs(lines) do
      if line:find('vm "b" instance', 1, true) then params = place(number, 4) end
    end
    params.newName = 'base'
    vim.lsp.util.apply_workspace_edit(request('textDocument/rename', params),
      vim.lsp.get_client_by_id(id).offset_encoding)
    local text = table.concat(vim.api.nvim_buf_get_lines(buf, 0, -1, false), '\n')
    assert(text:find('vm "base" instance "c"', 1, true), text)
    local first = vim.api.nvim_buf_get_lines(vim.uri_to_bufnr(uri(part)), 0, 1, false)[1]
    assert(first == 'vm "base" {', first)
  end)

  check('formatting', function()
    vim.api.nvim_buf_set_lines(buf, 1, 2, false, { 'switch   "uplink"  {' })
    vim.lsp.buf.formatting_sync({ tabSize = 8, insertSpaces = false }, 20000)
    local line = vim.api.nvim_buf_get_lines(buf, 1, 2, false)[1]
    assert(line == 'switch "uplink" {', line)
  end)

  check('definition, references and symbols', function()
    local found = request('textDocument/definition', place(7, 22))
    assert(#found == 1, vim.inspect(found))
    local params = place(2, 9)
    params.context = { includeDeclaration = true }
    assert(#request('textDocument/references', params) == 2)
    local symbols = request('textDocument/documentSymbol', { textDocument = { uri = uri(top) } })
    assert(#symbols > 2, vim.inspect(symbols))
  end)

  check('shutdown with exit status 0', function()
    vim.lsp.stop_client(id)
    wait('exit', function() return exited end)
    assert(exited[1] == 0 and exited[2] == 0, vim.inspect(exited))
  end)
end

local ok, err = xpcall(main, debug.traceback)
if not ok then
  failed = failed + 1
  out('not ok - script: ' .. tostring(err))
end
out(('%d passed, %d failed\n'):format(passed, failed))
io.stdout:flush()
vim.cmd(failed == 0 and 'qall!' or 'cquit 1')
