;;; eglot-test.el --- drives the language server from Emacs 28 or later  -*- lexical-binding: t -*-
;; VMCONF_LSP_CMD="bin/vmconf-lsp --stdio" VMCONF_LSP_DIR=DIR \
;;   emacs --batch -l eglot-test.el -f ert-run-tests-batch-and-exit
;; DIR is an empty folder. VMCONF_LSP_CMD is split at blanks. The exit status is 1 when a test fails.
(require 'package) (package-initialize)
(require 'ert) (require 'cl-lib) (require 'eglot) (require 'flymake)
(define-derived-mode vmconf-mode prog-mode "vmconf" (setq-local comment-start "# "))
(add-to-list 'auto-mode-alist '("\\.conf\\'" . vmconf-mode))
(add-to-list 'eglot-server-programs
             `(vmconf-mode . ,(split-string (getenv "VMCONF_LSP_CMD"))))
(setq eglot-sync-connect t eglot-autoshutdown nil eglot-connect-timeout 30
      eglot-confirm-server-initiated-edits nil eglot-send-changes-idle-time 0.05
      flymake-no-changes-timeout 0.05 create-lockfiles nil make-backup-files nil
      auto-save-default nil)

(defvar vt-dir (file-name-as-directory (file-truename (getenv "VMCONF_LSP_DIR"))))
(defvar vt-top (concat vt-dir "vm.conf"))
(defvar vt-part (concat vt-dir "part.conf"))
(defvar vt-buf nil)

(defun vt-wait (what pred)
  (with-timeout (20 (error "timeout: %s" what))
    (let (v) (while (not (setq v (funcall pred))) (accept-process-output nil 0.02)) v)))

(defun vt-write (file &rest lines)
  (with-temp-file file (insert (mapconcat #'identity lines "\n") "\n")))

(defun vt-setup ()
  (unless (buffer-live-p vt-buf)
    (vt-write vt-part "vm \"b\" {" "\tdisk \"/b.img\"" "\tmemory 0" "}")
    (vt-write vt-top (format "include \"%s\"" vt-part)
              "switch \"uplink\" {" "\tinterface bridge0" "}"
              "vm \"a\" {" "\tdisk \"/a.img\"" "\tinterface { switch \"uplnk\" }" "}"
              "vm \"b\" instance \"c\" {" "\tdisk \"/c.img\"" "}")
    (setq vt-buf (find-file-noselect vt-top))
    (with-current-buffer vt-buf
      (switch-to-buffer vt-buf)
      (cl-letf (((symbol-function 'project-current)
                 (lambda (&rest _) (cons 'transient vt-dir))))
        (apply #'eglot (eglot--guess-contact)))
      (vt-wait "connect" #'eglot-current-server)
      (vt-wait "managed mode" (lambda () eglot--managed-mode))))
  vt-buf)

(defmacro vt-in (&rest body) `(with-current-buffer (vt-setup) ,@body))
(defun vt-goto (text) (goto-char (point-min)) (search-forward text))
(defun vt-changed () (eglot--signal-textDocument/didChange))
(defun vt-line (number)
  (save-excursion (goto-char (point-min)) (forward-line number)
                  (buffer-substring-no-properties (point) (line-end-position))))
(defun vt-flymake (text)
  (flymake-start)
  (cl-find-if (lambda (d) (string-match-p text (flymake-diagnostic-text d)))
              (flymake-diagnostics)))

(ert-deftest t01-connect ()
  (vt-in (should (eglot--server-capable :hoverProvider))
         (should (equal "vmconf-lsp"
                        (plist-get (eglot--server-info (eglot-current-server)) :name)))))

(ert-deftest t02-diagnostics ()
  (vt-in (let ((d (vt-wait "diagnostics" (lambda () (vt-flymake "uplnk")))))
           (should (= 7 (line-number-at-pos (flymake-diagnostic-beg d)))))))

(ert-deftest t03-unsaved-include ()
  (vt-in (let ((part (find-file-noselect vt-part)))
           (with-current-buffer part
             (cl-letf (((symbol-function 'project-current)
                        (lambda (&rest _) (cons 'transient vt-dir))))
               (eglot--maybe-activate-editing-mode))
             (vt-wait "managed mode" (lambda () eglot--managed-mode))
             (vt-wait "diagnostic" (lambda () (vt-flymake "memory size")))
             (vt-goto "memory ") (delete-char 1) (insert "1G") (vt-changed)
             (vt-wait "no diagnostics"
                      (lambda () (flymake-start) (null (flymake-diagnostics))))))))

(ert-deftest t04-hover ()
  (vt-in (vt-goto "\tdis")
         (let (got)
           (eglot-hover-eldoc-function (lambda (s &rest _) (setq got (or s t))))
           (should (string-match-p "disk" (format "%s" (vt-wait "hover" (lambda () got))))))))

(ert-deftest t05-code-action ()
  (vt-in (vt-goto "uplnk")
         (let* ((at (eglot--pos-to-lsp-position))
                (actions (jsonrpc-request
                          (eglot--current-server-or-lose) :textDocument/codeAction
                          (list :textDocument (eglot--TextDocumentIdentifier)
                                :range (list :start at :end at)
                                :context (list :diagnostics []))))
                (fix (cl-find-if (lambda (a) (string-match-p "\"uplink\"" (plist-get a :title)))
                                 (append actions nil))))
           (should fix)
           (eglot--apply-workspace-edit (plist-get fix :edit))
           (should (equal "\tinterface { switch \"uplink\" }" (vt-line 6))))))

(ert-deftest t06-completion ()
  (vt-in (vt-goto "disk \"/a.img\"") (insert "\n\tmem") (vt-changed)
         (pcase-let ((`(,beg ,end ,table . ,_) (eglot-completion-at-point)))
           (should (equal "mem" (buffer-substring-no-properties beg end)))
           (should (member "memory" (mapcar #'substring-no-properties
                                            (all-completions "mem" table)))))
         (delete-char -5) (vt-changed)))

(ert-deftest t07-rename-across-files ()
  (vt-in (vt-goto "vm \"b") (eglot-rename "base")
         (should (equal "vm \"base\" instance \"c\" {" (vt-line 8))))
  (with-current-buffer (find-file-noselect vt-part)
    (should (equal "vm \"base\" {" (vt-line 0)))))

(ert-deftest t08-format ()
  (vt-in (vt-goto "switch ") (insert "   ") (vt-changed)
         (eglot-format-buffer)
         (should (equal "switch \"uplink\" {" (vt-line 1)))))

(ert-deftest t09-symbols ()
  (vt-in (should (assoc "uplink" (apply #'append
                                        (mapcar (lambda (x) (if (consp (cdr x)) (cdr x) (list x)))
                                                (eglot-imenu)))))))

(ert-deftest t10-shutdown ()
  (vt-in (let* ((server (eglot-current-server)) (process (jsonrpc--process server)))
           (eglot-shutdown server nil 10)
           (vt-wait "exit" (lambda () (not (process-live-p process))))
           (set-buffer-modified-p nil))))
