# ACPI: finding the fixed hardware, the power button, power off and reset.
#
# Two kinds of machine are known. pc and q35 have the classic PM1 registers in I/O
# space. microvm is "hardware reduced": sleep and reset registers are in memory, and
# the power button is an event of QEMU's Generic Event Device (GED).

        # Root System Description Pointer
        .set    RSDP_REVISION, 15
        .set    RSDP_RSDT, 16
        .set    RSDP_XSDT, 24
        .set    RSDP_CHECKED, 20        # bytes that the first checksum covers
        .set    RSDP_AREA, 0xe0000      # where a BIOS puts it, on 16-byte boundaries
        .set    RSDP_AREA_END, 0x100000

        # All tables
        .set    TABLE_LENGTH, 4
        .set    TABLE_HEADER, 36

        # Fixed ACPI Description Table
        .set    FADT_SIGNATURE, 0x50434146      # "FACP"
        .set    FADT_DSDT, 40
        .set    FADT_SMI_COMMAND, 48
        .set    FADT_ACPI_ENABLE, 52
        .set    FADT_PM1A_EVENT, 56
        .set    FADT_PM1A_CONTROL, 64
        .set    FADT_PM1_EVENT_LENGTH, 88
        .set    FADT_FLAGS, 112
        .set    FADT_RESET_REGISTER, 116
        .set    FADT_RESET_VALUE, 128
        .set    FADT_X_DSDT, 140
        .set    FADT_SLEEP_CONTROL, 244
        .set    FADT_REDUCED_LENGTH, 256        # a FADT must reach this far for the above
        .set    HAS_RESET_REGISTER, 1 << 10
        .set    HARDWARE_REDUCED, 1 << 20

        # Generic Address Structure
        .set    ADDRESS_SPACE, 0        # 0: memory, 1: I/O
        .set    ADDRESS, 4

        # PM1 registers
        .set    SCI_EN, 1 << 0          # control
        .set    SLP_TYP_SHIFT, 10
        .set    SLP_EN, 1 << 13
        .set    POWER_BUTTON, 1 << 8    # status and enable

        # Hardware-reduced sleep control register
        .set    REDUCED_SLP_TYP_SHIFT, 2
        .set    REDUCED_SLP_EN, 1 << 5

        # QEMU's GED: its event register lies this far below the sleep register. ACPI
        # would have us run the DSDT's code to learn that, hence QEMU's tables only.
        .set    GED_TO_SLEEP, 0x200
        .set    GED_POWER_DOWN, 1 << 1
        .set    QEMU_OEM, 0x48434f42    # "BOCH", at offset 10 of QEMU's tables
        .set    TABLE_OEM, 10

        .set    S5_NAME, 0x5f35535f     # "_S5_"
        .set    NAME_OP, 0x08           # AML
        .set    PACKAGE_OP, 0x12
        .set    BYTE_PREFIX, 0x0a

        .section .text, "ax"
        .code32

# Look for the RSDP in the BIOS area and note it; rsdp stays zero when there is none.
        .globl  acpi_scan
acpi_scan:
        pushl   %esi
        movl    $RSDP_AREA, %esi
1:      cmpl    $0x20445352, (%esi)     # "RSD PTR "
        jne     2f
        cmpl    $0x20525450, 4(%esi)
        jne     2f
        movl    $RSDP_CHECKED, %ecx
        xorl    %eax, %eax
3:      addb    -1(%esi, %ecx), %al
        decl    %ecx
        jnz     3b
        testb   %al, %al
        jz      4f
2:      addl    $16, %esi
        cmpl    $RSDP_AREA_END, %esi
        jb      1b
        jmp     5f
4:      movl    %esi, rsdp
5:      popl    %esi
        ret

# Find the registers and arm the power button. What is missing stays zero.
        .globl  acpi_init
acpi_init:
        pushl   %esi
        call    find_fadt
        movl    fadt, %esi
        testl   %esi, %esi
        jz      1f
        testl   $HARDWARE_REDUCED, FADT_FLAGS(%esi)
        jnz     init_reduced
        call    init_classic
1:      popl    %esi
        ret

init_classic:
        movl    FADT_PM1A_EVENT(%esi), %eax
        movl    %eax, pm1_status
        movzbl  FADT_PM1_EVENT_LENGTH(%esi), %edx
        shrl    $1, %edx                # second half of the block
        addl    %edx, %eax
        movl    %eax, pm1_enable
        movl    FADT_PM1A_CONTROL(%esi), %edx
        movl    %edx, pm1_control

        inw     %dx, %ax
        testw   $SCI_EN, %ax
        jnz     2f
        movb    FADT_ACPI_ENABLE(%esi), %al
        movl    FADT_SMI_COMMAND(%esi), %edx
        testl   %edx, %edx
        jz      2f
        testb   %al, %al
        jz      2f
        outb    %al, %dx                # ask the firmware for ACPI mode
        movl    pm1_control, %edx
        movl    $10000, %ecx            # it answers within microseconds, if at all
1:      inw     %dx, %ax
        testw   $SCI_EN, %ax
        jnz     2f
        pause
        decl    %ecx
        jnz     1b
2:      movl    pm1_status, %edx        # forget old presses, then listen
        movw    $POWER_BUTTON, %ax
        outw    %ax, %dx
        movl    pm1_enable, %edx
        outw    %ax, %dx
        ret

init_reduced:
        cmpl    $FADT_REDUCED_LENGTH, TABLE_LENGTH(%esi)
        jb      1f
        cmpb    $0, FADT_SLEEP_CONTROL + ADDRESS_SPACE(%esi)
        jne     1f
        movl    FADT_SLEEP_CONTROL + ADDRESS(%esi), %eax
        movl    %eax, sleep_control
        testl   %eax, %eax
        jz      1f
        cmpl    $QEMU_OEM, TABLE_OEM(%esi)
        jne     1f
        subl    $GED_TO_SLEEP, %eax
        movl    %eax, ged_event
        movl    (%eax), %eax            # reading forgets old events
1:      popl    %esi
        ret

# Note the FADT's address: RSDP, then XSDT (ACPI 2 and later) or RSDT, then the table.
find_fadt:
        pushl   %esi
        pushl   %ebx
        movl    rsdp, %esi
        testl   %esi, %esi
        jz      4f
        movl    $4, %ebx                # bytes per entry
        cmpb    $2, RSDP_REVISION(%esi)
        jb      1f
        cmpl    $0, RSDP_XSDT + 4(%esi) # out of our reach
        jne     1f
        movl    RSDP_XSDT(%esi), %eax
        testl   %eax, %eax
        jz      1f
        movl    $8, %ebx
        jmp     2f
1:      movl    RSDP_RSDT(%esi), %eax
        testl   %eax, %eax
        jz      4f
2:      movl    %eax, %esi
        movl    TABLE_LENGTH(%esi), %ecx
        addl    %esi, %ecx              # ECX = end
        addl    $TABLE_HEADER, %esi
3:      cmpl    %ecx, %esi
        jae     4f
        movl    (%esi), %eax
        cmpl    $FADT_SIGNATURE, (%eax)
        je      5f
        addl    %ebx, %esi
        jmp     3b
5:      movl    %eax, fadt
4:      popl    %ebx
        popl    %esi
        ret

# Has the power button been pressed since the last call? CF is set if so.
        .globl  power_button_pressed
power_button_pressed:
        movl    pm1_status, %edx
        testl   %edx, %edx
        jz      1f
        inw     %dx, %ax
        testw   $POWER_BUTTON, %ax
        jz      2f
        movw    $POWER_BUTTON, %ax      # writing a one clears it
        outw    %ax, %dx
        stc
        ret
1:      movl    ged_event, %edx
        testl   %edx, %edx
        jz      2f
        testl   $GED_POWER_DOWN, (%edx) # reading clears it
        jz      2f
        stc
        ret
2:      clc
        ret

# Enter S5. Where there is no ACPI there is no way to power off: say so and reset
# instead, which ends a QEMU that was started with -no-reboot.
        .globl  power_off
power_off:
        call    console_flush
        movl    pm1_control, %edx
        testl   %edx, %edx
        jz      1f
        call    sleep_type
        shll    $SLP_TYP_SHIFT, %eax
        orl     $SLP_EN, %eax
        movl    pm1_control, %edx
        outw    %ax, %dx
        jmp     stop
1:      cmpl    $0, sleep_control
        je      2f
        call    sleep_type
        shll    $REDUCED_SLP_TYP_SHIFT, %eax
        orl     $REDUCED_SLP_EN, %eax
        movl    sleep_control, %edx
        movb    %al, (%edx)
        jmp     stop
2:      movl    $no_power_off, %esi
        call    print_line
        jmp     reset

# Nothing follows a power off or a reset; interrupts are disabled, so this is for good.
stop:
        hlt
        jmp     stop

# Reset the machine: by FADT, by the chipset, by the keyboard controller, and at last
# by an exception that nobody can handle.
        .globl  reset
reset:
        call    console_flush
        movl    fadt, %esi
        testl   %esi, %esi
        jz      1f
        testl   $HAS_RESET_REGISTER, FADT_FLAGS(%esi)
        jz      1f
        movb    FADT_RESET_VALUE(%esi), %al
        movl    FADT_RESET_REGISTER + ADDRESS(%esi), %edx
        cmpb    $1, FADT_RESET_REGISTER + ADDRESS_SPACE(%esi)
        jb      2f
        ja      1f
        outb    %al, %dx
        jmp     3f
2:      movb    %al, (%edx)
3:      call    short_wait
1:      movw    $0xcf9, %dx             # prepare a hard reset, then do it
        movb    $0x02, %al
        outb    %al, %dx
        movb    $0x06, %al
        outb    %al, %dx
        call    short_wait
        movb    $0xfe, %al              # pulse the processor's reset line
        outb    %al, $0x64
        call    short_wait
        lidt    no_idt
        movw    $0xfff8, %ax            # no such segment
        movw    %ax, %ds
        jmp     stop

short_wait:
        movl    $1000, %ecx
1:      pause
        decl    %ecx
        jnz     1b
        ret

# Return in EAX the sleep type that means S5: the first number of the package _S5 in
# the DSDT, found by its name rather than by running AML. Zero if it is not there,
# which is right for pc. Changes ESI.
sleep_type:
        movl    fadt, %esi
        movl    FADT_DSDT(%esi), %edx
        testl   %edx, %edx
        jnz     1f
        movl    FADT_X_DSDT(%esi), %edx
        testl   %edx, %edx
        jz      not_found
1:      movl    TABLE_LENGTH(%edx), %ecx
        addl    %edx, %ecx
        subl    $3, %ecx                # the last place where a name fits
        addl    $TABLE_HEADER + 2, %edx # room for what is looked at in front of it
        decl    %edx
2:      incl    %edx
        cmpl    %ecx, %edx
        jae     not_found
        cmpl    $S5_NAME, (%edx)
        jne     2b
        cmpb    $PACKAGE_OP, 4(%edx)
        jne     2b
        cmpb    $NAME_OP, -1(%edx)
        je      3f
        cmpb    $'\\', -1(%edx)         # an absolute name
        jne     2b
        cmpb    $NAME_OP, -2(%edx)
        jne     2b
3:      movzbl  5(%edx), %eax           # package length: the top bits count more bytes
        shrl    $6, %eax
        movb    7(%edx, %eax), %cl      # behind length and number of elements
        cmpb    $BYTE_PREFIX, %cl
        je      4f
        movzbl  %cl, %eax               # ZeroOp is 0, OneOp is 1
        cmpb    $1, %cl
        ja      not_found
        ret
4:      movzbl  8(%edx, %eax), %eax
        andl    $7, %eax
        ret
not_found:
        xorl    %eax, %eax
        ret

        .section .rodata, "a"
no_power_off:
        .asciz  "no ACPI: reset instead"
        .balign 8
no_idt: .word   0
        .long   0

        .section .bss, "aw", @nobits
        .balign 4
        .globl  rsdp
rsdp:   .skip   4
fadt:   .skip   4
pm1_status:                             # I/O ports; zero on hardware-reduced machines
        .skip   4
pm1_enable:
        .skip   4
pm1_control:
        .skip   4
sleep_control:                          # memory addresses; zero on classic machines
        .skip   4
ged_event:
        .skip   4
