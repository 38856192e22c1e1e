# The guest itself: a greeting, a prompt, and a few commands.
#
# Entered from boot.S or pvh.S in flat 32-bit protected mode with interrupts off and
# the console ready; memory map, command line and RSDP are noted, ESI says in words how
# the guest was started.
#
# Register use in all files: functions may change EAX, ECX and EDX, and keep the rest
# unless their comment says otherwise.

        .set    LINE_LIMIT, 64
        .set    BACKSPACE, 8
        .set    DELETE, 127

        .section .text, "ax"
        .code32
        .globl  hello
hello:
        movl    %esi, origin
        movl    $end_of_line, %esi      # the firmware may have left its last line open
        call    print
        movl    $greeting, %esi
        call    print
        call    memory_megabytes
        call    print_number
        movl    $greeting_memory, %esi
        call    print
        movl    origin, %esi
        call    print_line

        call    interrupts_init
        call    acpi_init
        call    prompt

# Look at everything that may have happened, then sleep until an interrupt.
main_loop:
        call    console_key
        jc      1f
        call    typed
        jmp     main_loop
1:      call    power_button_pressed
        jnc     2f
        cmpb    $0, deaf
        jne     2f
        movl    $power_button, %esi
        call    print_line
        call    power_off
2:      call    idle
        jmp     main_loop

# Take the key in AL into the line.
typed:
        movb    previous_key, %dl
        movb    %al, previous_key
        cmpb    $'\r', %al
        je      enter
        cmpb    $'\n', %al
        jne     1f
        cmpb    $'\r', %dl              # CR LF is one end of line
        jne     enter
        ret
1:      cmpb    $BACKSPACE, %al
        je      erase
        cmpb    $DELETE, %al
        je      erase
        cmpb    $' ', %al
        jb      2f
        ja      3f
        cmpl    $0, line_length         # commands do not start with a space
        je      2f
3:      movl    line_length, %ecx
        cmpl    $LINE_LIMIT - 1, %ecx
        jae     2f
        movb    %al, line(%ecx)
        incl    line_length
        call    put
2:      ret

erase:
        cmpl    $0, line_length
        je      1f
        decl    line_length
        pushl   %esi
        movl    $erase_one, %esi
        call    print
        popl    %esi
1:      ret

# The line is complete: run it, and ask for the next one.
enter:
        pushl   %esi
        pushl   %edi
        pushl   %ebx
        movl    $end_of_line, %esi
        call    print
        movl    line_length, %ecx
1:      testl   %ecx, %ecx              # drop spaces at the end
        jz      4f
        cmpb    $' ', line - 1(%ecx)
        jne     2f
        decl    %ecx
        jmp     1b
2:      movb    $0, line(%ecx)
        movl    $0, line_length
        movl    $commands, %ebx
3:      movl    (%ebx), %edi            # the name, or zero behind the last
        testl   %edi, %edi
        jz      5f
        movl    $line, %esi
        call    same_text
        je      6f
        addl    $8, %ebx
        jmp     3b
6:      call    *4(%ebx)
4:      movl    $0, line_length
        call    prompt
        popl    %ebx
        popl    %edi
        popl    %esi
        ret
5:      movl    $unknown, %esi
        call    print_line
        jmp     4b

# Compare the strings at ESI and EDI; ZF is set when they are equal.
same_text:
        movb    (%esi), %al
        cmpb    (%edi), %al
        jne     1f
        incl    %esi
        incl    %edi
        testb   %al, %al
        jnz     same_text
1:      ret

prompt:
        pushl   %esi
        movl    $prompt_text, %esi
        call    print
        popl    %esi
        ret

# The commands. They may change ESI and EDI too.

command_help:
        movl    $help_text, %esi
        jmp     print_line

command_mem:
        call    memory_megabytes
        call    print_number
        movl    $mem_text, %esi
        jmp     print_line

command_args:
        movl    arguments, %esi
        jmp     print_line

command_deaf:
        movb    $1, deaf
        movl    $deaf_text, %esi
        jmp     print_line

        .section .rodata, "a"
greeting:
        .asciz  "hello from vmconf: "
greeting_memory:
        .asciz  " MB memory, "
mem_text:
        .asciz  " MB"
deaf_text:
        .asciz  "power button ignored"
power_button:
        .asciz  "\r\npower button"
prompt_text:
        .asciz  "> "
unknown:
        .asciz  "?"
erase_one:
        .asciz  "\b \b"
help_text:
        .asciz  "commands: help mem args deaf reboot poweroff halt"

name_help:      .asciz "help"
name_mem:       .asciz "mem"
name_args:      .asciz "args"
name_deaf:      .asciz "deaf"
name_reboot:    .asciz "reboot"
name_poweroff:  .asciz "poweroff"
name_halt:      .asciz "halt"

        .balign 4
commands:
        .long   name_help, command_help
        .long   name_mem, command_mem
        .long   name_args, command_args
        .long   name_deaf, command_deaf
        .long   name_reboot, reset
        .long   name_poweroff, power_off
        .long   name_halt, power_off
        .long   0

        .section .bss, "aw", @nobits
        .balign 4
        .globl  arguments
arguments:                              # the kernel command line, a string
        .skip   4
origin:                                 # how we were started, a string
        .skip   4
line_length:
        .skip   4
line:
        .skip   LINE_LIMIT
previous_key:
        .skip   1
deaf:                                   # 1: the power button is ignored
        .skip   1
