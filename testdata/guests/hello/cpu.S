# Segments, interrupts, and how to wait without keeping a processor busy.
#
# Interrupts are enabled only while the processor halts: their sole effect is to end
# the hlt, and the main loop then looks at the devices. The handler therefore needs
# neither registers nor iret. Leaving iret out is not only shorter: hypervisors that
# emulate privileged code instruction by instruction may lack it.

        .include "hello.inc"

        .set    PIC1_COMMAND, 0x20
        .set    PIC1_DATA, 0x21
        .set    PIC2_COMMAND, 0xa0
        .set    PIC2_DATA, 0xa1
        .set    TIMER_COUNTER, 0x40
        .set    TIMER_COMMAND, 0x43

        .set    LOCAL_APIC, 0xfee00000
        .set    SPURIOUS, LOCAL_APIC + 0xf0
        .set    LINT0, LOCAL_APIC + 0x350
        .set    APIC_ENABLED, 0x100
        .set    EXTERNAL, 0x700         # delivery mode: take the vector from the PIC
        .set    CPUID_APIC, 1 << 9      # in EDX of leaf 1

        .set    IRQ_BASE, 0x20          # vectors of IRQ 0 to 7; IRQ 8 to 15 follow
        .set    VECTORS, IRQ_BASE + 16
        .set    IRQ_MASK, 0xee          # all but the timer (0) and COM1 (4)
        .set    TICK, 1193182 / 20      # 20 ticks a second: how often PM1 is looked at

        .section .text, "ax"
        .code32

# Prepare interrupts for idle. Where there is no interrupt controller or no timer
# (microvm can do without), interrupts_work stays zero.
        .globl  interrupts_init
interrupts_init:
        pushl   %ebx
        pushl   %edi
        movl    $idt, %edi              # exceptions: nothing can be repaired
        movl    $fault, %eax
        movl    $IRQ_BASE, %ecx
        call    set_gates
        movl    $wake, %eax
        movl    $VECTORS - IRQ_BASE, %ecx
        call    set_gates
        lidt    idt_pointer

        movl    $1, %eax                # a BIOS connects PIC and processor; microvm's does not
        cpuid
        testl   $CPUID_APIC, %edx
        jz      1f
        movl    $APIC_ENABLED | (VECTORS - 1), SPURIOUS
        movl    $EXTERNAL, LINT0
1:

        movb    $0x11, %al              # both controllers: edge triggered, cascade, 4 words
        outb    %al, $PIC1_COMMAND
        outb    %al, $PIC2_COMMAND
        movb    $IRQ_BASE, %al
        outb    %al, $PIC1_DATA
        movb    $IRQ_BASE + 8, %al
        outb    %al, $PIC2_DATA
        movb    $0x04, %al              # the second hangs on IRQ 2 of the first
        outb    %al, $PIC1_DATA
        movb    $0x02, %al
        outb    %al, $PIC2_DATA
        movb    $0x03, %al              # 8086 mode, interrupts end by themselves
        outb    %al, $PIC1_DATA
        outb    %al, $PIC2_DATA
        movb    $0xff, %al
        outb    %al, $PIC2_DATA
        movb    $IRQ_MASK, %al
        outb    %al, $PIC1_DATA

        movb    $0x34, %al              # counter 0, low then high byte, rate generator
        outb    %al, $TIMER_COMMAND
        movb    $TICK & 0xff, %al
        outb    %al, $TIMER_COUNTER
        movb    $TICK >> 8, %al
        outb    %al, $TIMER_COUNTER

        inb     $PIC1_DATA, %al         # are they really there?
        cmpb    $IRQ_MASK, %al
        jne     1f
        movb    $0x00, %al              # latch counter 0: it never exceeds TICK
        outb    %al, $TIMER_COMMAND
        inb     $TIMER_COUNTER, %al
        inb     $TIMER_COUNTER, %al
        cmpb    $TICK >> 8, %al
        ja      1f
        movb    $1, interrupts_work
1:      popl    %edi
        popl    %ebx
        ret

# Write ECX interrupt gates for the handler EAX at EDI; EDI ends behind them.
set_gates:
        movl    %eax, %edx
        andl    $0x0000ffff, %eax
        orl     $CODE_SEGMENT << 16, %eax
        movw    $0x8e00, %dx            # present, ring 0, 32-bit interrupt gate
1:      movl    %eax, (%edi)
        movl    %edx, 4(%edi)
        addl    $8, %edi
        decl    %ecx
        jnz     1b
        ret

# Wait for the next interrupt, with interrupts off again afterwards.
        .globl  idle
idle:
        cmpb    $0, interrupts_work
        je      1f
        sti                             # takes effect behind the hlt, so none is missed
        hlt
        ret
1:      pause
        ret

# Every interrupt. On the stack: EIP, CS, EFLAGS. Returning to EIP while dropping the
# other two leaves interrupts disabled, as the gate made them.
wake:
        ret     $8

# Any exception is a bug in this guest: say so, and stay down where a debugger can look.
fault:
        movl    $fault_text, %esi
        call    print_line
1:      hlt
        jmp     1b

        .section .rodata, "a"
fault_text:
        .asciz  "\r\nfault"

        .balign 8
gdt:    .quad   0
        .quad   0x00cf9b000000ffff      # CODE_SEGMENT: 0 to 4 GiB, execute and read
        .quad   0x00cf93000000ffff      # DATA_SEGMENT: 0 to 4 GiB, read and write
gdt_end:
        .globl  gdt_pointer
gdt_pointer:
        .word   gdt_end - gdt - 1
        .long   gdt
idt_pointer:
        .word   VECTORS * 8 - 1
        .long   idt

        .section .bss, "aw", @nobits
interrupts_work:
        .skip   1
        .balign 8
idt:
        .skip   VECTORS * 8
