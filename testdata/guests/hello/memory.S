# How much memory the machine has.

        .include "hello.inc"

        .section .text, "ax"
        .code32

# Return the size in MiB in EAX.
#
# Usable RAM alone does not add up to what QEMU's -m was given: the BIOS area below
# 1 MiB and a few ACPI pages at the top of low memory are RAM too, but reserved.
# So count everything below the end of the highest usable range under 4 GiB, add the
# usable ranges above 4 GiB, and round to the nearest MiB, which hides the ACPI pages
# (128 KiB). A machine given 64 MiB says 64.
        .globl  memory_megabytes
memory_megabytes:
        pushl   %ebx
        pushl   %esi
        pushl   %edi
        pushl   %ebp
        xorl    %edi, %edi              # EBP:EDI = bytes above 4 GiB
        xorl    %ebp, %ebp
        pushl   %edi                    # (%esp), 4(%esp) = end of low memory, 64 bits
        pushl   %edi
        movl    map_start, %esi
        movl    map_count, %ecx
        testl   %ecx, %ecx
        jz      5f

1:      cmpl    $MAP_USABLE, MAP_TYPE(%esi)
        jne     4f
        movl    MAP_SIZE(%esi), %eax
        movl    MAP_SIZE + 4(%esi), %edx
        cmpl    $0, MAP_ADDRESS + 4(%esi)
        je      2f
        addl    %eax, %edi
        adcl    %edx, %ebp
        jmp     4f
2:      addl    MAP_ADDRESS(%esi), %eax # EDX:EAX = end of this range
        adcl    $0, %edx
        cmpl    4(%esp), %edx
        jb      4f
        ja      3f
        cmpl    (%esp), %eax
        jbe     4f
3:      movl    %eax, (%esp)
        movl    %edx, 4(%esp)
4:      addl    $MAP_ENTRY, %esi
        decl    %ecx
        jnz     1b

5:      popl    %eax
        popl    %edx
        addl    %edi, %eax
        adcl    %ebp, %edx
        addl    $1 << 19, %eax          # half a MiB, for rounding
        adcl    $0, %edx
        shrdl   $20, %edx, %eax
        popl    %ebp
        popl    %edi
        popl    %esi
        popl    %ebx
        ret

# Zero the variables. Memory is not clean after a reset, and a disk image carries no
# .bss. Changes EDI.
        .globl  clear_memory
clear_memory:
        xorl    %eax, %eax
        movl    $bss_start, %edi
        movl    $bss_words, %ecx
        rep stosl
        ret

        .section .bss, "aw", @nobits
        .balign 4
        .globl  map_start, map_count
map_start:                              # the memory map: address of its first entry
        .skip   4
map_count:
        .skip   4

        .section .noinit, "aw", @nobits
        .balign 16
        .skip   4096
        .globl  stack_top
stack_top:
