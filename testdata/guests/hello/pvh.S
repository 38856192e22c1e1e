# The entry of hello.elf: the PVH boot protocol of Xen, which QEMU speaks for -kernel.
#
# The loader finds the note below, and enters at its address in 32-bit protected mode
# with paging and interrupts off, flat segments and EBX = address of the start info.

        .include "hello.inc"

        .set    XEN_ELFNOTE_PHYS32_ENTRY, 18
        .set    START_MAGIC, 0x336ec578

        # struct hvm_start_info; all addresses are 64 bits wide
        .set    START_COMMAND_LINE, 24
        .set    START_RSDP, 32
        .set    START_MAP, 40
        .set    START_MAP_ENTRIES, 48

        .section .note.pvh, "a", @note
        .balign 4
        .long   2f - 1f, 4f - 3f, XEN_ELFNOTE_PHYS32_ENTRY
1:      .asciz  "Xen"
2:      .balign 4
3:      .long   pvh_start
4:      .balign 4

        .section .text, "ax"
        .code32
        .globl  pvh_start
pvh_start:
        cli
        cld
        movl    $stack_top, %esp
        lgdt    gdt_pointer             # the loader's own table may be overwritten
        ljmp    $CODE_SEGMENT, $1f
1:      movw    $DATA_SEGMENT, %ax
        movw    %ax, %ds
        movw    %ax, %es
        movw    %ax, %ss
        call    clear_memory
        call    console_init
        movl    $no_arguments, arguments

        cmpl    $START_MAGIC, (%ebx)
        jne     no_start_info
        movl    START_MAP(%ebx), %eax
        movl    %eax, map_start
        movl    START_MAP_ENTRIES(%ebx), %eax
        movl    %eax, map_count
        movl    START_COMMAND_LINE(%ebx), %eax
        testl   %eax, %eax
        jz      1f
        movl    %eax, arguments
1:      movl    START_RSDP(%ebx), %eax  # zero where the machine has no ACPI
        movl    %eax, rsdp
no_start_info:                          # not a PVH loader: nothing to learn from it
        movl    $booted_as_kernel, %esi
        jmp     hello

        .section .rodata, "a"
booted_as_kernel:
        .asciz  "booted as kernel"
no_arguments:
        .asciz  ""
