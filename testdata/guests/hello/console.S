# The console: COM1, 115200 baud, 8 data bits, no parity, 1 stop bit, polled.
#
# Received bytes also raise IRQ 4, whose only purpose is to end the hlt in cpu.S.
# A machine without COM1 reads as 0xff everywhere: sending then goes nowhere, and
# nothing is ever received.

        .set    COM1, 0x3f8
        .set    DATA, COM1 + 0          # divisor, low byte, while DLAB is set
        .set    INTERRUPT_ENABLE, COM1 + 1
        .set    FIFO_CONTROL, COM1 + 2
        .set    LINE_CONTROL, COM1 + 3
        .set    MODEM_CONTROL, COM1 + 4
        .set    LINE_STATUS, COM1 + 5

        .set    DLAB, 0x80
        .set    EIGHT_BITS, 0x03
        .set    RECEIVED, 0x01          # line status
        .set    CAN_SEND, 0x20
        .set    ALL_SENT, 0x40

        .macro  out_byte port, value
        movw    $\port, %dx
        movb    $\value, %al
        outb    %al, %dx
        .endm

        .section .text, "ax"
        .code32

        .globl  console_init
console_init:
        call    console_flush           # what the firmware still had to say
        out_byte INTERRUPT_ENABLE, 0
        out_byte LINE_CONTROL, DLAB
        out_byte COM1 + 0, 1            # 115200 / 1
        out_byte COM1 + 1, 0
        out_byte LINE_CONTROL, EIGHT_BITS
        out_byte FIFO_CONTROL, 0x07     # on, both sides emptied, trigger at one byte
        out_byte MODEM_CONTROL, 0x0b    # DTR, RTS, and OUT2 which lets the IRQ through
        out_byte INTERRUPT_ENABLE, RECEIVED
        ret

# Wait until the last byte has left the chip, so that nothing is lost at power off.
        .globl  console_flush
console_flush:
        movw    $LINE_STATUS, %dx
1:      inb     %dx, %al
        testb   $ALL_SENT, %al
        jz      1b
        ret

# Send AL.
        .globl  put
put:
        movb    %al, %cl
        movw    $LINE_STATUS, %dx
1:      inb     %dx, %al
        testb   $CAN_SEND, %al
        jz      1b
        movb    %cl, %al
        movw    $DATA, %dx
        outb    %al, %dx
        ret

# Take a received byte into AL; CF is set when there is none.
        .globl  console_key
console_key:
        movw    $LINE_STATUS, %dx
        inb     %dx, %al
        cmpb    $0xff, %al
        je      1f
        testb   $RECEIVED, %al
        jz      1f
        movw    $DATA, %dx
        inb     %dx, %al
        clc
        ret
1:      stc
        ret

# Print the string at ESI; ESI ends behind it.
        .globl  print
print:
        lodsb
        testb   %al, %al
        jz      1f
        call    put
        jmp     print
1:      ret

# Print the string at ESI and end the line; changes ESI.
        .globl  print_line
print_line:
        call    print
        movl    $end_of_line, %esi
        jmp     print

# Print EAX as a decimal number.
        .globl  print_number
print_number:
        pushl   %ebx
        movl    $10, %ebx
        xorl    %ecx, %ecx
1:      xorl    %edx, %edx              # push the digits, last one first
        divl    %ebx
        pushl   %edx
        incl    %ecx
        testl   %eax, %eax
        jnz     1b
        movl    %ecx, %ebx
2:      popl    %eax
        addb    $'0', %al
        call    put
        decl    %ebx
        jnz     2b
        popl    %ebx
        ret

        .section .rodata, "a"
        .globl  end_of_line
end_of_line:
        .asciz  "\r\n"
