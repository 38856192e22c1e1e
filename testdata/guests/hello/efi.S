# The same greeting as a UEFI program, with the PE headers written out. It counts its boots in a
# variable of the firmware, so that it shows whether the variables outlive a machine.

        .set    SYSTEM_CON_IN, 48
        .set    SYSTEM_RUNTIME, 88
        .set    SYSTEM_BOOT, 96
        .set    CON_IN_READ_KEY, 8
        .set    BOOT_SET_WATCHDOG, 256
        .set    RUNTIME_GET_VARIABLE, 72
        .set    RUNTIME_SET_VARIABLE, 88
        .set    RUNTIME_RESET, 104
        .set    RESET_COLD, 0
        .set    RESET_SHUTDOWN, 2
        .set    KEPT, 7                         # non-volatile, at boot and at run time
        .set    COM1, 0x3f8
        .set    PAGE, 0x1000
        .set    SECTOR, 0x200

        .code64
        .section .efi, "awx"
image:
        .ascii  "MZ"
        .org    0x3c
        .long   pe - image
pe:
        .ascii  "PE\0\0"
        .short  0x8664                          # x86-64
        .short  1                               # sections
        .long   0, 0, 0                         # no time, no symbols
        .short  sections - optional
        .short  0x22                            # executable, large addresses
optional:
        .short  0x20b                           # PE32+
        .byte   0, 0
        .long   SECTOR, 0, 0                    # sizes of code and data
        .long   PAGE                            # entry
        .long   PAGE                            # code
        .quad   0                               # preferred base: anywhere, nothing is relocated
        .long   PAGE, SECTOR                    # alignment in memory, in the file
        .short  0, 0, 0, 0, 0, 0                # versions
        .long   0
        .long   2 * PAGE, SECTOR                # image, headers
        .long   0
        .short  10                              # EFI application
        .short  0
        .quad   0, 0, 0, 0                      # stack and heap
        .long   0
        .long   6                               # directories, all empty
        .quad   0, 0, 0, 0, 0, 0
sections:
        .ascii  ".text\0\0\0"
        .long   end - start, PAGE               # in memory
        .long   2 * SECTOR, SECTOR              # in the file
        .long   0, 0, 0
        .long   0xe0000020                      # code, to be executed, read and written
        .org    SECTOR

# rcx: image, rdx: system table. Calls want 32 bytes of stack and its alignment.
start:
        subq    $56, %rsp
        movq    %rdx, %rbx
        movq    SYSTEM_BOOT(%rbx), %rax
        xorl    %ecx, %ecx
        xorl    %edx, %edx
        xorl    %r8d, %r8d
        xorl    %r9d, %r9d
        call    *BOOT_SET_WATCHDOG(%rax)        # it would end the program in 5 minutes

        call    count
        leaq    greeting(%rip), %rsi
        call    say
        movzbl  boots(%rip), %eax
        call    say_number
        leaq    line_end(%rip), %rsi
        call    say

prompt:
        leaq    prompt_text(%rip), %rsi
        call    say
        xorl    %r12d, %r12d                    # first character of the line
key:
        hlt                                     # the firmware's timer wakes it
        movq    SYSTEM_CON_IN(%rbx), %rcx
        leaq    40(%rsp), %rdx
        call    *CON_IN_READ_KEY(%rcx)
        testq   %rax, %rax
        jnz     key
        movzwl  42(%rsp), %eax                  # after the scan code
        testl   %eax, %eax
        jz      key
        cmpb    $'\r', %al
        je      line
        testl   %r12d, %r12d
        cmovz   %eax, %r12d
        call    put
        jmp     key
line:
        leaq    line_end(%rip), %rsi
        call    say
        movl    $RESET_COLD, %ecx
        cmpb    $'r', %r12b                     # reboot
        je      reset
        movl    $RESET_SHUTDOWN, %ecx
        cmpb    $'p', %r12b                     # poweroff
        je      reset
        leaq    unknown(%rip), %rsi
        testl   %r12d, %r12d
        jz      prompt
        call    say
        jmp     prompt
reset:
        movq    SYSTEM_RUNTIME(%rbx), %rax
        xorl    %edx, %edx
        xorl    %r8d, %r8d
        xorl    %r9d, %r9d
        call    *RUNTIME_RESET(%rax)

# One boot more. Without a variable it is the first.
count:
        subq    $56, %rsp
        leaq    name(%rip), %rcx
        leaq    vendor(%rip), %rdx
        xorl    %r8d, %r8d
        leaq    size(%rip), %r9
        leaq    boots(%rip), %rax
        movq    %rax, 32(%rsp)
        movq    SYSTEM_RUNTIME(%rbx), %rax
        call    *RUNTIME_GET_VARIABLE(%rax)
        incb    boots(%rip)
        leaq    name(%rip), %rcx
        leaq    vendor(%rip), %rdx
        movl    $KEPT, %r8d
        movl    $1, %r9d
        leaq    boots(%rip), %rax
        movq    %rax, 32(%rsp)
        movq    SYSTEM_RUNTIME(%rbx), %rax
        call    *RUNTIME_SET_VARIABLE(%rax)
        addq    $56, %rsp
        ret

# eax: a number below 100
say_number:
        movb    $10, %cl
        divb    %cl
        movb    %ah, %ch
        testb   %al, %al
        jz      1f
        addb    $'0', %al
        call    put
1:      movb    %ch, %al
        addb    $'0', %al
        jmp     put

# rsi: text, up to a NUL
say:
        lodsb
        testb   %al, %al
        jz      1f
        call    put
        jmp     say
1:      ret

# al: a character for COM1
put:
        movb    %al, %ah
        movw    $COM1 + 5, %dx
1:      inb     %dx, %al
        testb   $0x20, %al
        jz      1b
        movb    %ah, %al
        movw    $COM1, %dx
        outb    %al, %dx
        ret

greeting:
        .asciz  "\r\nhello from vmconf: booted by uefi, boot "
line_end:
        .asciz  "\r\n"
prompt_text:
        .asciz  "> "
unknown:
        .asciz  "?\r\n"
name:   .short  'b', 'o', 'o', 't', 's', 0
vendor: .long   0x766d636f
        .short  0x6e66, 0x4865
        .byte   0x80, 0x6c, 0x6f, 0x2d, 0x75, 0x65, 0x66, 0x69
        .balign 8
size:   .quad   1
boots:  .byte   0
end:
        .org    3 * SECTOR
